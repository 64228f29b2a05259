package dev.weevil.zyzzyva.suite;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.live.LiveRunner;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;
import dev.weevil.zyzzyva.invariant.Invariants;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs Zyzzyva under {@link Season}s of faults for as long as one likes, judges every run by all
 * invariants, and shows that it goes on and that memory stays flat.
 *
 * <p>Arguments: {@code simulated} or {@code live}, minutes in all, the first seed (1). Simulated runs are
 * of a minute of virtual time each, with f=1 and f=2 in turn; live there is one run with f=1 and one with
 * f=2, each for half of the time. The exit code is 1 if an invariant was violated or an operation of a
 * correct client was left open after everything had healed.
 */
public final class Soak {

    /** 40 T_NEWVIEW (I18). */
    private static final Duration STUCK = Duration.ofSeconds(20);

    private final Mode mode;
    private final Map<String, Long> counts = new TreeMap<>();
    private long completed;
    private long virtualNanos;
    private int runs;
    private int bad;

    private Soak(Mode mode) {
        this.mode = mode;
    }

    public static void main(String[] arguments) throws RunFailed, IOException {
        Soak soak = new Soak(arguments[0].equals("live") ? Mode.LIVE : Mode.SIMULATED);
        Duration lasting = Duration.ofSeconds((long) (60 * Double.parseDouble(arguments[1])));
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        if (soak.mode == Mode.LIVE) {
            soak.live(lasting, seed);
        } else {
            soak.simulated(lasting, seed);
        }
        System.exit(soak.bad == 0 ? 0 : 1);
    }

    private void simulated(Duration lasting, long first) throws RunFailed {
        long begin = System.nanoTime();
        long minutes = -1;
        for (long seed = first; System.nanoTime() - begin < lasting.toNanos(); seed++) {
            int faults = (int) (1 + seed % 2);
            run(plan(seed, faults, 10, Duration.ofSeconds(5), 1_500), new Simulation());
            long now = (System.nanoTime() - begin) / Duration.ofMinutes(1).toNanos();
            if (now != minutes) {
                minutes = now;
                report(now + " min", heapMegabytes());
            }
        }
        report("end", heapMegabytes());
    }

    private void live(Duration lasting, long seed) throws RunFailed, IOException {
        for (int faults = 1; faults <= 2; faults++) {
            Duration spell = lasting.dividedBy(2).dividedBy(14);
            Plan plan = plan(seed + faults, faults, 10, spell, Integer.MAX_VALUE);
            try (Processes watch = new Processes(lasting.dividedBy(2))) {
                run(plan, new LiveRunner(Files.createTempDirectory("soak")));
                System.out.println(
                        "heap of the replicas after a collection, MB: " + watch.megabytes());
            }
            report("f=" + faults, heapMegabytes());
        }
    }

    private Plan plan(long seed, int faults, int spells, Duration spell, int operations) {
        boolean simulated = mode == Mode.SIMULATED;
        Membership membership = Membership.byzantine(faults, 3);
        Duration healed = spell.multipliedBy(spells + 1L);
        Settings settings = Settings.NONE
                .with("durable", true)
                .with("checkpointInterval", 32)
                .with("tCommit", simulated ? 10 : 30);
        return new Plan(
                "soak",
                new ZyzzyvaProtocol(),
                membership,
                settings,
                simulated ? Scheme.SYMBOLIC : Scheme.ED25519,
                new Workload(
                        "key-value",
                        operations == Integer.MAX_VALUE ? (int) healed.toMillis() / 50 : operations,
                        Duration.ofMillis(100),
                        new KeyValueMix(5)),
                Season.of(new Seed(seed), membership, spells, spell),
                new Seed(seed),
                new Bounds(healed.plus(spell.multipliedBy(simulated ? 6 : 3)), 50_000_000));
    }

    private void run(Plan plan, Runner runner) throws RunFailed {
        List<TraceEvent> events = new ArrayList<>();
        runner.run(plan, events::add);
        Trace trace = new Trace(plan.header(mode), events);
        runs++;
        long ended = count(trace, TraceEvent.Completed.class);
        completed += ended;
        virtualNanos += events.get(events.size() - 1).nanos();
        trace.events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(event -> ((TraceEvent.Observed) event).fact().name())
                .filter(
                        List.of("entered", "rolled-back", "transferred", "restored", "stable")
                                ::contains)
                .forEach(name -> counts.merge(name, 1L, Long::sum));
        long stuck = stuck(trace);
        if (stuck > 0) {
            complain(plan, stuck + " operations were left open");
        }
        for (Oracle oracle : Invariants.all()) {
            Verdict verdict = oracle.judge(trace);
            if (!verdict.isValid()) {
                complain(plan, oracle.name() + ": " + verdict.kind() + " " + verdict.inWords());
            }
        }
    }

    /** Operations that nothing came of for long, at the end of a run that had healed. */
    private static long stuck(Trace trace) {
        long end = trace.events().get(trace.events().size() - 1).nanos();
        Map<Invocation, Long> open = new HashMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Invoked invoked) {
                open.put(invoked.invocation(), invoked.nanos());
            } else if (event instanceof TraceEvent.Completed done) {
                open.remove(done.invocation());
            }
        }
        return open.values().stream()
                .filter(since -> end - since > STUCK.toNanos())
                .count();
    }

    private static long count(Trace trace, Class<?> type) {
        return trace.events().stream().filter(type::isInstance).count();
    }

    private void complain(Plan plan, String what) {
        bad++;
        System.out.println(
                "seed " + plan.seed() + ", f=" + plan.membership().faults() + ": " + what);
        plan.attack().describe().forEach(line -> System.out.println("    " + line));
    }

    private void report(String when, long megabytes) {
        System.out.printf(
                "%-6s %5d runs, %,d s of their own time, %,d operations completed, %s, %d complaints,"
                        + " heap after a collection %d MB%n",
                when, runs, virtualNanos / 1_000_000_000L, completed, counts, bad, megabytes);
    }

    private static long heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
