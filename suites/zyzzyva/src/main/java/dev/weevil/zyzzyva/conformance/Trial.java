package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Violations;
import dev.weevil.engine.workload.FixedRequests;
import dev.weevil.engine.workload.Generator;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Request;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.suite.Promises;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One scenario of PROTOCOL.md, section 17: what is run, and what must come out of it. Every method
 * returns another trial; none is ever changed.
 *
 * <p>Unless said otherwise: f = 1, one client that puts once, no fault, a network of about a
 * millisecond, a virtual minute at most, in simulation only; every operation must complete and every
 * promise hold.
 */
final class Trial {

    /** What every message takes over a network {@link #inStep}. */
    static final Duration DELAY = Duration.ofMillis(1);

    /**
     * Live, an answer may take long on a busy machine: only a fault shall force a second phase, and
     * nothing is sent again that is merely late.
     */
    private static final Settings PATIENT =
            Settings.NONE.with("tCommit", 3_000).with("tRetrans", 6_000).with("tStatus", 3_000);

    private final String number;
    private final String claim;
    private List<String> variants = List.of();
    private Kind kind = Kind.HOLDS;
    private Violations violations = Violations.ANY;
    private Set<String> spared = Set.of();
    private List<Expectation> expectations = List.of();
    private boolean live;
    private int replicas = 4;
    private int faults = 1;
    private int clients = 1;
    private Settings settings = Settings.NONE;
    private Settings liveSettings = PATIENT;
    private Generator generator = FixedRequests.of(Ask.put("x", "1"));
    private int operations = 1;
    private Duration think = Duration.ZERO;
    private Attack attack = Attack.none();
    private Bounds bounds = new Bounds(Duration.ofMinutes(1), 5_000_000);
    private int enough = -1;
    private String whyFewer = "";

    private Trial(String number, String claim) {
        this.number = number;
        this.claim = claim;
    }

    /**
     * A scenario by its number in section 17.
     *
     * @param claim what must come out of it, and why, in a sentence
     */
    static Trial of(int number, String claim) {
        return new Trial(Integer.toString(number), claim);
    }

    private Trial changed(Consumer<Trial> change) {
        Trial copy = new Trial(number, claim);
        copy.variants = variants;
        copy.kind = kind;
        copy.violations = violations;
        copy.spared = spared;
        copy.expectations = expectations;
        copy.live = live;
        copy.replicas = replicas;
        copy.faults = faults;
        copy.clients = clients;
        copy.settings = settings;
        copy.liveSettings = liveSettings;
        copy.generator = generator;
        copy.operations = operations;
        copy.think = think;
        copy.attack = attack;
        copy.bounds = bounds;
        copy.enough = enough;
        copy.whyFewer = whyFewer;
        change.accept(copy);
        return copy;
    }

    /** One of several runs of the same number: {@code 72/mac}. */
    Trial variant(String name) {
        List<String> more = new ArrayList<>(variants);
        more.add(name);
        return changed(t -> t.variants = List.copyOf(more));
    }

    /** Under this reading of the protocol, which becomes part of the name: {@code 76/naive-fix}. */
    Trial under(Rules rules) {
        return with("rules", rules)
                .variant(rules.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** n = 3f+1. */
    Trial faults(int f) {
        return replicas(3 * f + 1, f);
    }

    /** As many replicas as a variant of the protocol needs for so many faults. */
    Trial replicas(int n, int f) {
        return changed(t -> {
            t.replicas = n;
            t.faults = f;
        });
    }

    /** A setting of the cluster, in both modes. */
    Trial with(String setting, Object value) {
        return changed(t -> t.settings = settings.with(setting, value));
    }

    /** Marked R: run with processes and sockets as well. */
    Trial live() {
        return changed(t -> t.live = true);
    }

    /** A setting for live runs alone, where T_COMMIT is seconds unless said here. */
    Trial live(String setting, Object value) {
        return live().changed(t -> t.liveSettings = liveSettings.with(setting, value));
    }

    /** What the one client asks for, one after the other. */
    Trial asking(Request... requests) {
        return asking(List.of(Arrays.asList(requests)));
    }

    /** What each client asks for, in the order of the clients. */
    Trial asking(List<List<Request>> byClient) {
        FixedRequests fixed = new FixedRequests(byClient);
        return asking(byClient.size(), fixed.count(), fixed);
    }

    /** So many gets, puts, compare-and-sets and appends by so many clients on three keys. */
    Trial mixed(int howMany, int inAll) {
        return asking(howMany, inAll, new KeyValueMix(3));
    }

    /** So many operations in all, as the generator draws them. */
    Trial asking(int howMany, int inAll, Generator drawn) {
        return changed(t -> {
            t.clients = howMany;
            t.operations = inAll;
            t.generator = drawn;
        });
    }

    /** How long clients wait between a completion and the next operation. */
    Trial thinking(Duration pause) {
        return changed(t -> t.think = pause);
    }

    Trial attackedBy(Attack by) {
        return changed(t -> t.attack = by);
    }

    /** Every message takes exactly {@link #DELAY}: delays can be counted, and nothing overtakes. */
    Trial inStep() {
        return over(Latency.exactly(DELAY));
    }

    Trial over(Latency network) {
        return changed(t -> t.bounds = bounds.over(network));
    }

    /** The run ends after this time, whatever is still open. */
    Trial lasting(Duration longest) {
        return changed(t -> t.bounds = bounds.lasting(longest));
    }

    /** Once all operations have been asked for, those still open have only so long. */
    Trial patience(Duration open) {
        return changed(t -> t.bounds = bounds.patience(open));
    }

    /** How long the run goes on when all operations have ended, to see what is made up for then. */
    Trial settling(Duration after) {
        return changed(t -> t.bounds = bounds.settling(after));
    }

    /** Fewer operations than all need complete, and why that says enough. */
    Trial completingAtLeast(int count, String why) {
        return changed(t -> {
            t.enough = count;
            t.whyFewer = why;
        });
    }

    /** What must be counted; a trial needs one count at least that is above 0. */
    Trial expecting(Expectation... more) {
        List<Expectation> all = new ArrayList<>(expectations);
        all.addAll(Arrays.asList(more));
        return changed(t -> t.expectations = List.copyOf(all));
    }

    /** These promises, by their oracles' names, are not made where this happens. */
    Trial sparing(String... oracles) {
        return changed(t -> t.spared = new TreeSet<>(Arrays.asList(oracles)));
    }

    /** Within the faults the protocol claims to tolerate, exactly these promises break. */
    Trial finding(Violations which) {
        return changed(t -> {
            t.kind = Kind.FINDING;
            t.violations = which;
        });
    }

    /** With more faults than tolerated, or a guard switched off, exactly these promises break. */
    Trial control(Violations which) {
        return changed(t -> {
            t.kind = Kind.CONTROL;
            t.violations = which;
        });
    }

    /**
     * As the engine runs it.
     *
     * @throws IllegalStateException naming the trial, unless something must be counted in it
     */
    Scenario scenario() {
        if (expectations.stream().noneMatch(Expectation::positive)) {
            throw new IllegalStateException(name()
                    + ": expected a count above 0, so that a run in which nothing happened does"
                    + " not pass; found none");
        }
        Set<Mode> modes = live ? EnumSet.allOf(Mode.class) : EnumSet.of(Mode.SIMULATED);
        int least = enough < 0 ? operations : enough;
        Requirement requirement =
                enough < 0 ? Requirement.operations(least) : Requirement.fewer(least, whyFewer);
        return new Scenario(name(), claim, kind, modes, requirement, this::plan, oracles())
                .breaking(violations);
    }

    private String name() {
        return variants.isEmpty() ? number : number + "/" + String.join("-", variants);
    }

    private List<Oracle> oracles() {
        List<Oracle> oracles = new ArrayList<>();
        Promises.all().stream()
                .filter(oracle -> !spared.contains(oracle.name()))
                .forEach(oracles::add);
        oracles.add(new Counters(expectations));
        return oracles;
    }

    private Plan plan(Mode mode, Seed seed) {
        boolean simulated = mode == Mode.SIMULATED;
        return new Plan(
                name(),
                new ZyzzyvaProtocol(),
                new Membership(replicas, faults, clients),
                simulated ? settings : liveSettings(),
                simulated ? Scheme.SYMBOLIC : Scheme.ED25519,
                new Workload("key-value", operations, think, generator),
                simulated ? attack : new Watched(attack),
                seed,
                bounds);
    }

    private Settings liveSettings() {
        Settings both = settings;
        for (var setting : liveSettings.values().entrySet()) {
            both = both.with(setting.getKey(), setting.getValue());
        }
        return both;
    }
}
