package dev.weevil.zyzzyva.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Completed operations per second, before and during. */
class ThroughputTest {

    private static final int BEGIN = 600;
    private static final long MILLI = 1_000_000;

    private final List<TraceEvent> events = new ArrayList<>();
    private long nanos;

    @Test
    void aRunThatGoesOnAsBeforeKeepsEverything() {
        complete(2 * BEGIN, MILLI, NodeId.client(0), NodeId.client(1));

        Throughput found = Throughput.of(trace(Set.of()), BEGIN);

        assertThat(found.before()).isCloseTo(1000, within(5.0));
        assertThat(found.ratio()).isCloseTo(1, within(0.01));
        assertThat(found.least()).isCloseTo(1, within(0.01));
        assertThat(new ThroughputOracle(BEGIN, 0.9, 0.9).judge(trace(Set.of())).isValid())
                .isTrue();
    }

    @Test
    void aRunThatStallsLosesWhatTheWaitingCost() {
        complete(BEGIN, MILLI, NodeId.client(0), NodeId.client(1));
        complete(BEGIN, 10 * MILLI, NodeId.client(0), NodeId.client(1));

        assertThat(Throughput.of(trace(Set.of()), BEGIN).ratio()).isCloseTo(0.1, within(0.01));
        assertThat(new ThroughputOracle(BEGIN, 0.5, 0).judge(trace(Set.of())).isInvalid())
                .isTrue();
    }

    @Test
    void aClientThatStarvesIsSeenThoughAllOthersGoOn() {
        complete(BEGIN, MILLI, NodeId.client(0), NodeId.client(1));
        complete(BEGIN, MILLI, NodeId.client(0));

        assertThat(Throughput.of(trace(Set.of()), BEGIN).least()).isZero();
        assertThat(new ThroughputOracle(BEGIN, 0.5, 0.1).judge(trace(Set.of())).isInvalid())
                .isTrue();
    }

    @Test
    void corruptedClientsDoNotCount() {
        complete(BEGIN, MILLI, NodeId.client(0), NodeId.client(1));
        complete(BEGIN, MILLI, NodeId.client(0));

        assertThat(Throughput.of(trace(Set.of(NodeId.client(1))), BEGIN).least())
                .isCloseTo(2, within(0.02));
    }

    @Test
    void aRunThatEndsBeforeTheAttackSaysNothing() {
        complete(BEGIN / 2, MILLI, NodeId.client(0));

        assertThat(new ThroughputOracle(BEGIN, 0.5, 0).judge(trace(Set.of())).inWords())
                .contains("expected an attack after 600 operations, found a run of 300");
    }

    /** The clients in turn, one operation at a time. */
    private void complete(int operations, long eachNanos, NodeId... clients) {
        for (int i = 0; i < operations; i++) {
            NodeId client = clients[i % clients.length];
            Invocation invocation =
                    new Invocation(events.size() + 1L, "get", Optional.of("k"), null);
            events.add(new TraceEvent.Invoked(nanos, client, invocation));
            nanos += eachNanos;
            events.add(new TraceEvent.Completed(nanos, client, invocation, Outcome.ok(null)));
        }
    }

    private Trace trace(Set<NodeId> corrupted) {
        return new Trace(
                new TraceHeader(
                        "zyzzyva",
                        "test",
                        "simulated",
                        1,
                        Membership.byzantine(1, 2),
                        corrupted,
                        Settings.NONE,
                        List.of(),
                        List.of()),
                events);
    }
}
