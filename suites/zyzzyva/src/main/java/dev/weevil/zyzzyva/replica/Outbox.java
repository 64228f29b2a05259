package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.settings.Timeouts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The effects of the event at hand, in the order the rules asked for them. */
final class Outbox {

    private final List<NodeId> others;
    private List<Effect> effects = new ArrayList<>();

    /** @param others the replicas but this one */
    Outbox(List<NodeId> others) {
        this.others = List.copyOf(others);
    }

    List<NodeId> others() {
        return others;
    }

    void send(NodeId to, Message message) {
        effects.add(new Effect.Send(to, message));
    }

    void send(List<NodeId> to, Message message) {
        effects.add(new Effect.Send(to, message));
    }

    void sendOthers(Message message) {
        effects.add(new Effect.Send(others, message));
    }

    void start(Timer timer, Duration delay) {
        effects.add(new Effect.StartTimer(timer, delay, Timeouts.JITTER));
    }

    void stop(Timer timer) {
        effects.add(new Effect.StopTimer(timer));
    }

    void observe(String name, long view, long sequence, Digest digest) {
        effects.add(new Effect.Observed(new Fact(name, view, sequence, digest, "")));
    }

    void observe(Fact fact) {
        effects.add(new Effect.Observed(fact));
    }

    void refuse(NodeId sender, Message message, String why) {
        String what = message.getClass().getSimpleName();
        effects.add(new Effect.Observed(Fact.of(
                Fact.REFUSED,
                message.view(),
                message.sequence(),
                what + " from " + sender + ": " + why)));
    }

    /** Hands over what was asked for since the last call. */
    List<Effect> drain() {
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Effect> drained = effects;
        effects = new ArrayList<>();
        return drained;
    }
}
