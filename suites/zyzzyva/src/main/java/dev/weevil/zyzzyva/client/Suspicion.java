package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.proof.Contradiction;

/** Orders of one primary for one request that cannot both be honest prove it faulty (C12). */
final class Suspicion {

    private final Surroundings all;
    private final Answers answers;
    private long provenGuilty = -1;

    Suspicion(Surroundings all, Answers answers) {
        this.all = all;
        this.answers = answers;
    }

    /** Holds an order against those seen before, and shows all replicas what contradicts it. */
    void compare(OrderRequest order) {
        for (OrderRequest other : answers.otherOrders(order)) {
            if (provenGuilty < order.view()
                    && Contradiction.between(other, order, all.chain).isPresent()
                    && convincing(order)
                    && convincing(other)) {
                show(other, order);
            }
        }
    }

    /** M5: a client cannot judge the MACs of orders. Those whom they convince are told each time. */
    private boolean convincing(OrderRequest order) {
        return !all.seals.signing() || all.seals.proves(order);
    }

    private void show(OrderRequest other, OrderRequest order) {
        if (all.seals.signing()) {
            provenGuilty = order.view();
        }
        ProofOfMisbehavior unsealed =
                new ProofOfMisbehavior(order.view(), other, order, all.self(), Seal.NONE);
        all.sendAll(unsealed.withSeal(all.seals.seal(unsealed, all.replicas)));
    }
}
