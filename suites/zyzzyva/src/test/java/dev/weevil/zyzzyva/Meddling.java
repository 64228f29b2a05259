package dev.weevil.zyzzyva;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One rule on every envelope: what a test needs of an adversary. */
public record Meddling(Set<NodeId> corrupted, BiFunction<Powers, Observation.Sent, List<Act>> rule)
        implements Attack {

    private static final List<Touch> TOUCHED = List.of(new Touch("test", Touch.Kind.ALTERED));

    public Meddling {
        corrupted = Set.copyOf(corrupted);
    }

    /** The network loses what matches. */
    public static Meddling losing(Predicate<Envelope> what) {
        return new Meddling(
                Set.of(),
                (powers, sent) -> what.test(sent.envelope())
                        ? List.of(new Act.Drop(sent.envelope(), TOUCHED))
                        : pass(sent));
    }

    /** The network delays what matches. */
    public static Meddling delaying(Duration by, Predicate<Envelope> what) {
        return new Meddling(
                Set.of(),
                (powers, sent) -> what.test(sent.envelope())
                        ? List.of(new Act.Deliver(sent.envelope(), by, TOUCHED))
                        : pass(sent));
    }

    /** A corrupted node says something else to whom it likes, under a seal of its own. */
    public static Meddling lying(
            NodeId liar, Predicate<Envelope> when, UnaryOperator<Message> lie) {
        return new Meddling(Set.of(liar), (powers, sent) -> {
            Envelope envelope = sent.envelope();
            if (!envelope.from().node().equals(liar) || !when.test(envelope)) {
                return pass(sent);
            }
            MessageFormat format = envelope.frame().format().orElseThrow();
            Message truth = envelope.frame().message().orElseThrow();
            Keyring keys = powers.keysOf(liar);
            Message told = format.resealed(truth, lie.apply(truth), keys);
            Envelope altered = envelope.with(Frame.of(told, format));
            return List.of(new Act.Deliver(altered, Duration.ZERO, TOUCHED));
        });
    }

    public static List<Act> pass(Observation.Sent sent) {
        return List.of(new Act.Deliver(sent.envelope(), Duration.ZERO, List.of()));
    }

    public static Predicate<Envelope> sentBy(NodeId node) {
        return envelope -> envelope.from().node().equals(node);
    }

    public static Predicate<Envelope> sentTo(NodeId node) {
        return envelope -> envelope.to().node().equals(node);
    }

    public static Predicate<Envelope> ofType(Class<? extends Message> type) {
        return envelope -> envelope.label().type().equals(type.getSimpleName());
    }

    /** The first sending of its kind on its link. */
    public static Predicate<Envelope> first() {
        return envelope -> envelope.label().occurrence() == 0;
    }

    @Override
    public List<String> rules() {
        return List.of("test");
    }

    @Override
    public boolean touches(NodeId sender, NodeId receiver) {
        return true;
    }

    @Override
    public Adversary begin(Powers powers) {
        return seen -> seen instanceof Observation.Sent sent ? rule.apply(powers, sent) : List.of();
    }

    @Override
    public List<String> describe() {
        return rules();
    }
}
