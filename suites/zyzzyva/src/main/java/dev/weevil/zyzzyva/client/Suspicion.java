package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.proof.Contradiction;

import java.util.Optional;

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
        if (!all.seals.signing() || provenGuilty >= order.view()) {
            return; // M5: a client can prove nothing by MACs
        }
        Optional<OrderRequest> other = answers.otherOrder(order);
        if (other.isPresent()
                && Contradiction.between(other.get(), order, all.chain).isPresent()
                && all.seals.proves(order)
                && all.seals.proves(other.get())) {
            provenGuilty = order.view();
            ProofOfMisbehavior unsealed =
                    new ProofOfMisbehavior(order.view(), other.get(), order, all.self(), Seal.NONE);
            all.sendAll(unsealed.withSeal(all.seals.seal(unsealed, all.replicas)));
        }
    }
}
