package dev.weevil.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Processes are killed, started again, stopped and continued; none outlives its run. */
class ProcessesTest {

    private static final Endpoint R1 = Endpoint.of(NodeId.replica(1));
    private static final Endpoint R2 = Endpoint.of(NodeId.replica(2));
    private static final Endpoint C1 = Endpoint.of(NodeId.client(1));

    /** Messages of two clients that ask again every 100 ms. */
    private static final int IN_VAIN = 30;

    @TempDir
    private Path folder;

    /** After so many completions, these things happen. */
    private static Meddling schedule(Map<Integer, List<Disturbance>> faults) {
        return Meddling.withProcesses(powers -> {
            AtomicInteger completed = new AtomicInteger();
            return seen -> seen instanceof Observation.OperationCompleted
                    ? faults.getOrDefault(completed.incrementAndGet(), List.of()).stream()
                            .map(fault -> (Act) new Act.Disturb(Meddling.RULE, fault))
                            .toList()
                    : List.of();
        });
    }

    /**
     * After the tenth completion kills r2 and starts it with its disk, after the twentieth without. No
     * wish passes until it is there again. A majority counts without r2: the last wishes before it is
     * killed are made in vain for long enough that it has counted, and kept, what the others have.
     */
    private static Meddling killTwice() {
        return new Meddling(Set.of(), (from, to) -> from.isClient(), powers -> {
            AtomicInteger completed = new AtomicInteger();
            AtomicInteger away = new AtomicInteger();
            AtomicInteger inVain = new AtomicInteger();
            return seen -> {
                if (seen instanceof Observation.Sent sent) {
                    // One wish of each of two clients may be on its way: no tenth completes.
                    boolean early = completed.get() >= 7 && inVain.get() < IN_VAIN;
                    if (away.get() == 0 && early) {
                        inVain.incrementAndGet();
                    }
                    return List.of(
                            away.get() > 0 || early
                                    ? new Act.Drop(sent.envelope(), List.of())
                                    : Meddling.pass(sent.envelope()));
                }
                if (seen instanceof Observation.ProcessUp) {
                    away.set(0);
                } else if (seen instanceof Observation.OperationCompleted
                        && completed.incrementAndGet() % 10 == 0
                        && completed.get() <= 20) {
                    away.set(1);
                    return List.of(
                            new Act.Disturb(Meddling.RULE, new Disturbance.Crash(R2)),
                            new Act.Disturb(
                                    Meddling.RULE,
                                    new Disturbance.Restart(R2, completed.get() == 10)));
                }
                return List.of();
            };
        });
    }

    @Test
    void aKilledReplicaComesBackWithItsDiskOrWithout() throws RunFailed {
        Counting counting =
                new Counting().operations(40, Duration.ZERO).attack(killTwice()).run(folder);

        assertThat(counting.counts()).hasSize(40);
        assertThat(changes(counting, R2))
                .startsWith("ready", "killed", "ready again", "killed", "ready again");
        assertThat(waking(counting, R2)).hasSize(3);
        assertThat(waking(counting, R2).get(0)).startsWith("nothing");
        assertThat(waking(counting, R2).get(1)).matches("[0-9]+ at .*");
        assertThat(waking(counting, R2).get(2)).startsWith("nothing");
        assertThat(pids(counting)).hasSize(5).noneMatch(ProcessesTest::isAlive);
    }

    @Test
    void whoeverIsPausedIsSilentUntilItGoesOn() throws RunFailed {
        Counting counting = new Counting()
                .operations(100, Duration.ofMillis(5))
                .attack(schedule(Map.of(
                        5, List.of(new Disturbance.Pause(R2), new Disturbance.Pause(C1)),
                        30, List.of(new Disturbance.Resume(R2), new Disturbance.Resume(C1)),
                        60, List.of(new Disturbance.Pause(R1)))))
                .run(folder);

        assertThat(counting.all(TraceEvent.Disturbed.class)).hasSize(5);
        assertThat(counting.counts()).hasSize(100);
        // c0 alone completed from the sixth to the thirtieth.
        assertThat(counting.all(TraceEvent.Completed.class).subList(6, 29))
                .allMatch(done -> done.client().equals(NodeId.client(0)));
        assertThat(decided(counting, R2)).isEqualTo(100);
        assertThat(decided(counting, R1)).isLessThan(100);
        assertThat(pids(counting)).hasSize(3).noneMatch(ProcessesTest::isAlive);
    }

    @Test
    void aCrashedClientLeavesItsOperationUnknownAndReturns() throws RunFailed {
        Counting counting = new Counting()
                .operations(40, Duration.ZERO)
                .attack(schedule(Map.of(
                        5, List.of(new Disturbance.Crash(C1)),
                        20, List.of(new Disturbance.Restart(C1, true)))))
                .run(folder);

        assertThat(counting.all(TraceEvent.Completed.class)).hasSize(40);
        assertThat(counting.all(TraceEvent.Completed.class).stream()
                        .filter(done -> done.outcome().note().contains("crashed")))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(done -> done.client().equals(NodeId.client(1)));
    }

    @Test
    void aReplicaThatBreaksEndsTheRunWithItsOwnWordsAndLeavesTheTrace() {
        Counting counting = new Counting().setting("fragile", 5);

        assertThatThrownBy(() -> counting.run(folder))
                .isInstanceOf(RunFailed.class)
                .hasMessageMatching("r[0-3].*too fragile to count to 5.*");
        assertThat(counting.all(TraceEvent.Invoked.class)).isNotEmpty();
        assertThat(pids(counting)).isNotEmpty().noneMatch(ProcessesTest::isAlive);
        assertThat(folder.resolve("logs/r0.err")).exists();
    }

    @Test
    void aReplicaThatCannotStartSaysWhy() {
        Counting counting = new Counting().system(new Tally() {
            @Override
            public String name() {
                return "unheard-of";
            }
        });

        assertThatThrownBy(() -> counting.run(folder))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining("no protocol named 'unheard-of'");
    }

    @Test
    void whatIsNotDoneWhenTheTimeIsOverStaysOpen() throws RunFailed {
        Counting counting = new Counting()
                .atMost(Duration.ofSeconds(1))
                .attack(Meddling.everywhere(
                        Set.of(), (powers, envelope) -> List.of(new Act.Drop(envelope, List.of()))))
                .run(folder);

        assertThat(counting.counts()).isEmpty();
        assertThat(counting.all(TraceEvent.Invoked.class)).hasSize(2);
        assertThat(counting.notes())
                .anyMatch(note -> note.startsWith("2 operations were still open"));
    }

    @Test
    void aSkewedClockShowsInWhatItsNodeSees() throws RunFailed {
        Duration hour = Duration.ofHours(1);
        Counting counting = new Counting()
                .attack(schedule(Map.of(5, List.of(new Disturbance.Skew(R1, hour)))))
                .run(folder);

        List<Long> clock = counting.all(TraceEvent.Observed.class).stream()
                .filter(seen -> seen.node().equals(R1) && seen.fact().name().equals("decided"))
                .map(seen -> Long.parseLong(seen.fact().detail()))
                .toList();
        assertThat(clock.get(clock.size() - 1) - clock.get(0)).isGreaterThan(hour.toNanos());
    }

    private static List<String> changes(Counting counting, Endpoint process) {
        return counting.all(TraceEvent.ProcessChanged.class).stream()
                .filter(change -> change.process().equals(process))
                .map(change -> change.detail().replaceAll(", pid.*", ""))
                .toList();
    }

    private static List<String> waking(Counting counting, Endpoint process) {
        return counting.all(TraceEvent.Observed.class).stream()
                .filter(seen ->
                        seen.node().equals(process) && seen.fact().name().equals("woke"))
                .map(seen -> seen.fact().detail())
                .toList();
    }

    private static int decided(Counting counting, Endpoint process) {
        return (int) counting.all(TraceEvent.Observed.class).stream()
                .filter(seen -> seen.node().equals(process))
                .filter(seen -> seen.fact().name().equals("decided"))
                .count();
    }

    private static List<Long> pids(Counting counting) {
        return counting.all(TraceEvent.ProcessChanged.class).stream()
                .filter(change -> change.detail().contains("pid "))
                .map(change -> Long.parseLong(change.detail().replaceAll(".*pid ", "")))
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
