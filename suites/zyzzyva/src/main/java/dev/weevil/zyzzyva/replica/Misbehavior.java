package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.proof.Contradiction;

import java.util.Optional;

/** Proof of misbehaviour (6.7, M1 to M5). */
final class Misbehavior {

    private final Core core;
    private long convicted = -1;

    Misbehavior(Core core) {
        this.core = core;
    }

    void onProof(NodeId sender, ProofOfMisbehavior message) {
        if (message.view() != core.views.target()
                || message.first().view() != message.view()
                || message.second().view() != message.view()) {
            core.out.refuse(sender, message, "not about view " + core.views.target()); // M2
            return;
        }
        if (convicted >= message.view()) {
            return;
        }
        if (!core.seals.proves(message.first()) || !core.seals.proves(message.second())) {
            core.out.refuse(sender, message, "not both proven to be from " + core.primary());
            return;
        }
        convict(message.first(), message.second());
    }

    /** Two proven orders of the current primary that this replica came to see. */
    void report(OrderRequest first, OrderRequest second) {
        if (first.view() == core.views.target()
                && second.view() == first.view()
                && convicted < first.view()) {
            convict(first, second);
        }
    }

    /** M3: accuse, and show it to everybody once. */
    private void convict(OrderRequest first, OrderRequest second) {
        Optional<Contradiction> kind = Contradiction.between(first, second, core.chain);
        if (kind.isEmpty() || core.isPrimary()) {
            return;
        }
        convicted = first.view();
        core.out.observe(Fact.of(
                Facts.CONVICTED,
                first.view(),
                first.first(),
                core.primary() + " by " + kind.get() + " in " + first.first() + ".." + first.last()
                        + " and " + second.first() + ".." + second.last()));
        ProofOfMisbehavior unsealed = new ProofOfMisbehavior(
                first.view(), first.header(), second.header(), core.self, Seal.NONE);
        core.out.sendOthers(unsealed.withSeal(core.seals.seal(unsealed, core.out.others())));
        core.accusations.accuse("proof of misbehaviour");
    }
}
