package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Fact;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.List;

/** Section 17.1: executions without a fault, scenarios 1 to 10. */
final class GraciousExecutions {

    private GraciousExecutions() {}

    static List<Trial> trials() {
        return List.of(onePut());
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
                        Count.sent(Request.class).exactly(1),
                        Count.sent(OrderRequest.class).exactly(3),
                        Count.sent(SpeculativeResponse.class).exactly(4),
                        Count.sent(Commit.class).none(),
                        Count.told(Fact.REFUSED).none());
    }
}
