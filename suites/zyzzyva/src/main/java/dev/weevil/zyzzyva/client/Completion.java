package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.Collection;

/**
 * How a request completed.
 *
 * @param how by which case: its name in PROTOCOL.md
 * @param core what enough replicas stated
 * @param result r
 */
record Completion(String how, ResponseCore core, Payload result) {

    long view() {
        return core.view();
    }

    /** Tells that a read completed: that its state was no passing one is as good as a completion (I1). */
    void reportRead(Surroundings all) {
        all.observe(
                new Fact(ClientFacts.READ_AT, core.view(), core.sequence(), core.history(), how));
        if (core.sequence() > 0) {
            all.observe(new Fact(
                    ClientFacts.COMPLETED_AFTER,
                    core.view(),
                    core.sequence(),
                    core.history(),
                    how));
        }
    }

    /** Tells the completion, and who of the completion's view said otherwise. */
    void report(Surroundings all, Digest request, Collection<SpeculativeResponse> answers) {
        all.observe(new Fact(Fact.COMPLETED, core.view(), core.sequence(), request, how));
        all.observe(new Fact(
                ClientFacts.COMPLETED_AFTER, core.view(), core.sequence(), core.history(), how));
        for (SpeculativeResponse response : answers) {
            if (!agrees(response.core())) {
                all.observe(new Fact(
                        ClientFacts.DEVIATED,
                        core.view(),
                        response.sequence(),
                        response.core().history(),
                        response.statement().replica() + " answered otherwise"));
            }
        }
    }

    private boolean agrees(ResponseCore other) {
        return other.sameOrder(core) && (other.reply().equals(core.reply()) || !other.replies());
    }
}
