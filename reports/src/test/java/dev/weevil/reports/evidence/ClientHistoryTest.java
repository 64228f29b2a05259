package dev.weevil.reports.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.run.Clients;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Operations are paired, numbered and counted as the checker does. */
class ClientHistoryTest {

    @Test
    void numbersAreThoseOfTheCorrectClientsHistory() {
        for (int seed = 0; seed < 50; seed++) {
            Trace trace = random(seed);
            ClientHistory history = ClientHistory.of(trace);

            Clients.history(trace).operations().asList().forEach(checked -> {
                TimedOperation timed = history.numbered(checked.index()).orElseThrow();
                assertThat(timed.invocation().function())
                        .isEqualTo(checked.call().function());
                assertThat(timed.client().index()).isEqualTo(checked.process() % 4);
            });
        }
    }

    @Test
    void overlapIsCountedAsByComparingAllPairs() {
        for (int seed = 0; seed < 50; seed++) {
            List<TimedOperation> all = ClientHistory.of(random(seed)).operations();
            long expected = all.stream()
                    .filter(one -> all.stream().anyMatch(o -> !o.equals(one) && o.overlaps(one)))
                    .count();

            assertThat(new ClientHistory(all).overlapping()).isEqualTo((int) expected);
        }
    }

    /** Four clients, the last of them corrupted; some operations end unknown, some never. */
    private static Trace random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TraceEvent> events = new ArrayList<>();
        Invocation[] open = new Invocation[4];
        for (int i = 0; i < 40; i++) {
            int client = random.nextInt(4);
            NodeId name = NodeId.client(client);
            if (open[client] == null) {
                open[client] = new Invocation(i, "put", Optional.of("k"), "v" + i);
                events.add(new TraceEvent.Invoked(i * 10L, name, open[client]));
            } else {
                HistoryEvent.Type[] types = {
                    HistoryEvent.Type.OK, HistoryEvent.Type.FAIL, HistoryEvent.Type.INFO
                };
                Outcome outcome = new Outcome(types[random.nextInt(3)], "v", "");
                events.add(new TraceEvent.Completed(i * 10L, name, open[client], outcome));
                open[client] = null;
            }
        }
        TraceHeader header = new TraceHeader(
                "synthetic",
                "random",
                "simulated",
                seed,
                new Membership(4, 1, 4),
                Set.of(NodeId.client(3)),
                Settings.NONE,
                List.of(),
                List.of());
        return new Trace(header, events);
    }
}
