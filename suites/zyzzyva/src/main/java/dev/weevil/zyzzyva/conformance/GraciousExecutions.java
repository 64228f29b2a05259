package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.workload.Request;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Section 17.1: executions without a fault, scenarios 1 to 4, 9 and 10. */
final class GraciousExecutions {

    private static final int WINDOW = 256;

    /** What a thousand requests never take, however slow the machine of a live run. */
    private static final Duration A_BUSY_MACHINE = Duration.ofMinutes(4);

    private GraciousExecutions() {}

    static List<Trial> trials() {
        return List.of(
                onePut(),
                manyInSequence(),
                manyAtOnce(),
                manyAtOnce().variant("mac").with("auth", "MAC").expecting(macsAsThePaperHasThem()),
                batches()
                        .variant("batched")
                        .with("batch", 10)
                        .expecting(Logs.severalInABatch().atLeast(1)),
                batches()
                        .variant("one-by-one")
                        .with("batch", 1)
                        .expecting(Logs.severalInABatch().none()),
                primarysClock(),
                twoFaultsTolerated());
    }

    private static Trial onePut() {
        return Trial.of(
                        1,
                        "One PUT without faults completes on the fast path after three message"
                                + " delays, and nobody sends a COMMIT (C3).")
                .asking(Ask.put("x", "1"))
                .inStep()
                .live()
                .expecting(
                        Count.completed("4a").exactly(1),
                        Count.delays().exactly(3),
                        Count.sent(dev.weevil.zyzzyva.message.Request.class).exactly(1),
                        Count.sent(OrderRequest.class).exactly(3),
                        Count.sent(SpeculativeResponse.class).exactly(4),
                        Count.sent(Commit.class).none(),
                        Count.told(Fact.REFUSED).none());
    }

    private static Trial manyInSequence() {
        return Trial.of(
                        2,
                        "A thousand requests, one after the other, complete on the fast path as"
                                + " numbers 1 to 1000; every 128th becomes a stable checkpoint everywhere,"
                                + " and no log grows beyond the window (G1 to G4, 8.3).")
                .asking(1, 1_000, (client, count, random) -> Ask.put("x", "v" + count))
                .live()
                .lasting(A_BUSY_MACHINE)
                .expecting(
                        Count.completed("4a").exactly(1_000),
                        Logs.completedInOrder().exactly(1_000),
                        Count.lastNumber().exactly(1_000),
                        Count.told(Fact.STABLE).exactly(4 * 7),
                        Count.sent(Checkpoint.class).atLeast(4 * 3 * 7),
                        Logs.longest().between(128, WINDOW),
                        Count.sent(Commit.class).none(),
                        Count.view().none());
    }

    private static Trial manyAtOnce() {
        return Trial.of(
                        3,
                        "Fifty clients share batches of up to ten: all complete on the fast"
                                + " path, every request has a number and a history of its own, and there"
                                + " are fewer batches than requests (12.3).")
                .mixed(50, 1_000)
                .live()
                .lasting(A_BUSY_MACHINE)
                .expecting(
                        Count.completed("4a").exactly(1_000),
                        Logs.numbersCompleted().exactly(1_000),
                        Logs.historiesCompleted().exactly(1_000),
                        Count.lastNumber().exactly(1_000),
                        Logs.batches().between(100, 999),
                        Logs.biggestBatch().between(2, 10),
                        Count.sent(Commit.class).none());
    }

    /** Section 16.1: 2 + 3f/b per request, b being the mean batch; checkpoints are not counted. */
    private static Expectation[] macsAsThePaperHasThem() {
        return new Expectation[] {
            Macs.perRequest().exactly(2_000),
            Macs.perBatch().exactly(3),
            Macs.signedOnTheFastPath().none()
        };
    }

    private static Trial batches() {
        return Trial.of(
                        4,
                        "Batches decide when requests travel and not where they stand: with and"
                                + " without them the history is what follows, one by one, from the order"
                                + " in which requests reach the primary (3.3).")
                .asking(20, 20, (client, count, random) -> Ask.put("k", "c" + client))
                .expecting(
                        Count.completed("4a").exactly(20),
                        Logs.inOrderOfArrival().exactly(20),
                        Logs.chainedOneByOne().exactly(20));
    }

    private static Trial primarysClock() {
        return Trial.of(
                        9,
                        "What the primary's clock says is the same answer at every replica, and"
                                + " the same state (section 1, point 4).")
                .asking(
                        1,
                        24,
                        (client, count, random) ->
                                new Request("stamp", Optional.of("k" + count % 3), null))
                .with("checkpointInterval", 4)
                // The checker's model has no clock.
                .sparing("i2-linearizability")
                .expecting(
                        Count.completed("4a").exactly(24),
                        Logs.differentResults().exactly(24),
                        Count.told(Fact.STABLE).exactly(4 * 6),
                        Logs.statesAt(24).exactly(1));
    }

    private static Trial twoFaultsTolerated() {
        return Trial.of(
                        10,
                        "With f = 2 a hundred requests complete on seven matching answers"
                                + " each.")
                .faults(2)
                .asking(1, 100, (client, count, random) -> Ask.put("x", "v" + count))
                .expecting(
                        Count.completed("4a").exactly(100),
                        Count.sent(SpeculativeResponse.class).exactly(700),
                        Logs.matchingAnswers().exactly(7),
                        Count.sent(Commit.class).none());
    }
}
