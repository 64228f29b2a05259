package dev.weevil.zyzzyva.load;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.ExactlyOnceOracle;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One attack under load.
 *
 * @param kind a control where the correct clients' throughput must be seen to collapse
 * @param total the share of the correct clients' throughput that must be left
 * @param each the share that must be left to every single one of them
 */
record LoadScene(
        String name,
        String claim,
        Kind kind,
        Attack attack,
        Settings settings,
        Inbox.Queueing queueing,
        double total,
        double each) {

    /** After how many operations the attacks begin. */
    static final int BEGIN = 1_000;

    static final int CLIENTS = 10;

    private static final int OPERATIONS = 7_000;

    /** Long enough for a view change and what follows; an attack that stops everything ends here. */
    private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(3), 5_000_000)
            .over(Latency.exactly(Duration.ofNanos(500_000)));

    /** Timers in proportion to a network on which a message takes half a millisecond. */
    private static final Settings QUICK = Settings.NONE
            .with("auth", "MAC")
            .with("tRetrans", 50)
            .with("tReq", 100)
            .with("tNewView", 100)
            .with("tFill", 20);

    /** By the published rules, with nothing against those who waste time and one queue for all. */
    static LoadScene published(String name, Attack attack) {
        return new LoadScene(
                name + "/published",
                "",
                Kind.CONTROL,
                attack,
                QUICK.with("rules", "PUBLISHED_SOSP").with("defences", false),
                Inbox.Queueing.SHARED,
                0.5,
                0);
    }

    /** With the defences of 15.1 and a queue for each connection. */
    static LoadScene defended(String name, Attack attack) {
        return new LoadScene(
                name + "/defended",
                "",
                Kind.HOLDS,
                attack,
                QUICK,
                Inbox.Queueing.PER_SENDER,
                0.5,
                0);
    }

    LoadScene claiming(String sentences) {
        return new LoadScene(name, sentences, kind, attack, settings, queueing, total, each);
    }

    LoadScene with(String setting, Object value) {
        Settings more = settings.with(setting, value);
        return new LoadScene(name, claim, kind, attack, more, queueing, total, each);
    }

    /** What must be left: of all throughput, and of every correct client's. */
    LoadScene leaving(double ofAll, double ofEach) {
        return new LoadScene(name, claim, kind, attack, settings, queueing, ofAll, ofEach);
    }

    /** The promise is kept in this form as well. */
    LoadScene holding() {
        return new LoadScene(name, claim, Kind.HOLDS, attack, settings, queueing, total, each);
    }

    Scenario scenario() {
        return new Scenario(
                name,
                claim,
                kind,
                Set.of(Mode.SIMULATED),
                Requirement.operations(BEGIN),
                this::plan,
                List.of(new ThroughputOracle(BEGIN, total, each), new ExactlyOnceOracle()));
    }

    Plan plan(Mode mode, Seed seed) {
        return new Plan(
                name,
                new BusyZyzzyva(Costs.USUAL, queueing),
                Membership.byzantine(1, CLIENTS),
                settings,
                Scheme.SYMBOLIC,
                new Workload("key-value", OPERATIONS, Duration.ZERO, new KeyValueMix(5)),
                attack,
                seed,
                BOUNDS);
    }
}
