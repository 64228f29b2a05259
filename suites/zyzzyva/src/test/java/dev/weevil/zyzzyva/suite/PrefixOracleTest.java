package dev.weevil.zyzzyva.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class PrefixOracleTest {

    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);

    private final List<TraceEvent> events = new ArrayList<>();

    @Test
    void completionsAlongOneHistoryAreValid() {
        accepted(R1, "a", "b", "c");
        completed(C1, 3, "abc");
        completed(C0, 1, "a");

        Verdict verdict = judged(Set.of());

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.VALID);
        assertThat(verdict.inWords())
                .isEqualTo("2 completed operations lie on one history of 3 requests.");
    }

    @Test
    void completionsOnTwoHistoriesAreInvalid() {
        accepted(R1, "a", "b");
        accepted(R3, "x");
        completed(C0, 2, "ab");
        completed(C1, 1, "x");

        assertThat(judged(Set.of()).inWords())
                .isEqualTo("c1 completed number 1 after history " + digest("x").brief()
                        + ", but c0 completed number 2 after history "
                        + digest("ab").brief()
                        + ", and at number 1 that history is " + digest("a").brief() + ".");
    }

    @Test
    void twoHistoriesOfOneNumberAreInvalid() {
        accepted(R1, "a");
        accepted(R3, "x");
        completed(C0, 1, "a");
        completed(C1, 1, "x");

        assertThat(judged(Set.of()).isInvalid()).isTrue();
    }

    @Test
    void whatACorruptedClientSaysDoesNotCount() {
        accepted(R1, "a");
        accepted(R3, "x");
        completed(C0, 1, "a");
        completed(C1, 1, "x");

        assertThat(judged(Set.of(C1)).isValid()).isTrue();
    }

    @Test
    void aHistoryNobodyTellsIsUnknown() {
        accepted(R3, "x");
        completed(C0, 2, "ab");
        completed(C1, 1, "x");

        assertThat(judged(Set.of()).kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    }

    private Verdict judged(Set<NodeId> corrupted) {
        TraceHeader header = new TraceHeader(
                "zyzzyva",
                "hand-made",
                "simulated",
                1,
                Membership.byzantine(1, 2),
                corrupted,
                Settings.NONE,
                List.of(),
                List.of());
        return new PrefixOracle().judge(new Trace(header, events));
    }

    /** The replica accepts these requests one after the other. */
    private void accepted(NodeId replica, String... requests) {
        StringBuilder history = new StringBuilder();
        for (int i = 0; i < requests.length; i++) {
            history.append(requests[i]);
            observed(replica, Fact.ACCEPTED, i + 1, history.toString());
        }
    }

    private void completed(NodeId client, long number, String history) {
        observed(client, "completed-after", number, history);
    }

    private void observed(NodeId node, String name, long number, String history) {
        Fact fact = new Fact(name, 0, number, digest(history), "");
        events.add(new TraceEvent.Observed(events.size(), Endpoint.of(node), fact));
    }

    private static Digest digest(String history) {
        return Digest.of(Payload.utf8(history));
    }
}
