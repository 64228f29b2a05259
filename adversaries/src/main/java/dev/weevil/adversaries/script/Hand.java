package dev.weevil.adversaries.script;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule can do in one run: every act it makes carries the rule's name. Used by one thread.
 */
public final class Hand {

    private record Lane(Endpoint from, Endpoint to, Label label) {}

    private final String rule;
    private final Powers powers;
    private final Map<Lane, Integer> injected = new HashMap<>();

    /** The hand of a rule of this name. */
    public static Hand of(String rule, Powers powers) {
        return new Hand(rule, powers);
    }

    Hand(String rule, Powers powers) {
        this.rule = rule;
        this.powers = powers;
    }

    /** Every replica, in order. */
    public List<NodeId> replicas() {
        return powers.replicas();
    }

    /** Every client, in order. */
    public List<NodeId> clients() {
        return powers.clients();
    }

    /** The randomness of this rule for this envelope: the same whenever the envelope comes. */
    public Seed draw(Envelope envelope) {
        return powers.decision(rule, envelope);
    }

    /**
     * The secrets of a node.
     *
     * @throws IllegalArgumentException naming rule and node, unless the node is corrupted
     */
    public Keyring keysOf(NodeId node) {
        if (!powers.corrupted().contains(node)) {
            throw new IllegalArgumentException("rule " + rule + " asked for the keys of " + node
                    + ", which is not corrupted; corrupted are " + powers.corrupted());
        }
        return powers.keysOf(node);
    }

    /** Lets it pass as it is; it counts as matched. */
    public Act pass(Envelope envelope) {
        return deliver(envelope, Duration.ZERO, Touch.Kind.MATCHED);
    }

    public Act drop(Envelope envelope) {
        return new Act.Drop(envelope, touched(Touch.Kind.DROPPED));
    }

    public Act delay(Envelope envelope, Duration delay) {
        return deliver(envelope, delay, Touch.Kind.DELAYED);
    }

    /** Keeps it until {@link #release}. */
    public Act hold(Envelope envelope) {
        return new Act.Hold(envelope, touched(Touch.Kind.HELD));
    }

    public Act release(Envelope held) {
        return deliver(held, Duration.ZERO, Touch.Kind.RELEASED);
    }

    /** One more delivery of an envelope that travels anyway. */
    public Act copy(Envelope envelope, Duration delay) {
        return deliver(envelope, delay, Touch.Kind.DUPLICATED);
    }

    /** Damages it: whatever is altered so has no seal to show for it. */
    public Act damage(Envelope envelope, Frame damaged) {
        return deliver(envelope.with(damaged), Duration.ZERO, Touch.Kind.ALTERED);
    }

    /**
     * Has its sender say something else, under seals of its own wherever it had sealed the
     * original. An edit that changes nothing counts as matched.
     *
     * @throws IllegalArgumentException naming rule and sender, unless the sender is corrupted
     */
    public Act alter(Envelope envelope, Message edited) {
        Keyring sender = keysOf(envelope.from().node());
        Optional<Message> original = envelope.frame().message();
        if (original.isEmpty() || original.get().equals(edited)) {
            return pass(envelope);
        }
        MessageFormat format = envelope.frame().format().orElseThrow();
        Message sealed = format.resealed(original.get(), edited, sender);
        return deliver(envelope.with(Frame.of(sealed, format)), Duration.ZERO, Touch.Kind.ALTERED);
    }

    /**
     * Sends a frame as if the sender had sent it, after a delay. The network can do that with any
     * frame; whether it proves anything is up to its seals.
     */
    public Act inject(Endpoint from, Endpoint to, Frame frame, Duration delay) {
        Label label = frame.label();
        // Below zero, so that no draw of a later rule confuses it with what the sender itself sent.
        int own = injected.merge(new Lane(from, to, label), -1, Integer::sum);
        Envelope envelope =
                new Envelope(powers.nextEnvelope(), from, to, label.occurring(own), frame);
        return deliver(envelope, delay, Touch.Kind.INJECTED);
    }

    public Act disturb(Disturbance disturbance) {
        return new Act.Disturb(rule, disturbance);
    }

    /** Asks for {@link Conduct#woken} with this token. */
    public Act wake(Duration after, String token) {
        return new Act.WakeMe(after, token);
    }

    private Act deliver(Envelope envelope, Duration delay, Touch.Kind kind) {
        return new Act.Deliver(envelope, delay, touched(kind));
    }

    private List<Touch> touched(Touch.Kind kind) {
        return List.of(new Touch(rule, kind));
    }
}
