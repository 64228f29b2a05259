package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.Status;

/**
 * Where replicas stand, said from time to time, so that a lost message cannot stall a view or a
 * checkpoint (STATUS; 15.6, 15.7, 15.16).
 */
final class Standing {

    private static final Timer T_STATUS = Timer.named("T_STATUS");

    private final Core core;

    Standing(Core core) {
        this.core = core;
    }

    void begin() {
        if (!core.settings.timeouts().status().isZero()) {
            core.out.start(T_STATUS, core.settings.timeouts().status());
        }
    }

    boolean onTimer(Timer timer) {
        if (!timer.equals(T_STATUS)) {
            return false;
        }
        tell();
        repeat();
        core.out.observe(Stores.held(core));
        begin();
        return true;
    }

    private void tell() {
        Status unsealed = new Status(
                core.views.entered(),
                core.views.target(),
                core.history.stable(),
                core.history.last(),
                core.self,
                Seal.NONE);
        core.out.sendOthers(unsealed.withSeal(core.seals.seal(unsealed, core.out.others())));
    }

    /** What the view, or the next one, cannot do without. */
    private void repeat() {
        core.accusations.ofTarget().ifPresent(core.out::sendOthers);
        if (!core.views.normal()) {
            core.viewChanges.ofTarget().ifPresent(core.out::sendOthers);
            core.out.others().forEach(core.newViews::sendTo);
        } else {
            core.votes.repeat();
            core.checkpoints.announced().forEach(core.out::sendOthers);
        }
    }

    void onStatus(NodeId sender, Status message) {
        NodeId replica = message.replica();
        if (!core.quorums.isReplica(replica) || replica.equals(core.self)) {
            core.out.refuse(sender, message, "not of another replica");
            return;
        }
        if (!core.seals.proves(replica, message, message.seal())) {
            core.unproven(sender, message, "not proven to be from " + replica);
            return;
        }
        if (message.stable() < core.history.stable()) {
            core.checkpoints.sendProof(replica);
        }
        if (!core.views.normal()) {
            return;
        }
        if (message.view() < core.views.target()) {
            core.newViews.sendTo(replica);
        } else if (core.isPrimary() && message.last() < core.history.last()) {
            long from = Math.max(message.last() + 1, core.history.stable() + 1);
            core.holes.sendOrders(replica, from, core.history.last());
        }
    }
}
