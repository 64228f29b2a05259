package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A node that says what its code never would, when it hears something:
 * {@code Forgery.by(R1).on(Request.class, invention).towards(R2, R3)}.
 */
public final class Forgery {

    /** Makes a message up. */
    @FunctionalInterface
    public interface Invention<M extends Message> {

        /**
         * What to say on hearing the message; empty for nothing.
         *
         * @param keys the forger's own: whatever it seals otherwise proves nothing
         */
        Optional<Message> from(M heard, MessageFormat format, Keyring keys);
    }

    private final NodeId forger;

    private Forgery(NodeId forger) {
        this.forger = forger;
    }

    public static Forgery by(NodeId forger) {
        return new Forgery(forger);
    }

    /** Whenever a message of this type is on its way to the forger. */
    public <M extends Message> Prompted<M> on(Class<M> type, Invention<M> invention) {
        return new Prompted<>(forger, type, invention);
    }

    /** A forgery that still needs somebody to believe it. */
    public record Prompted<M extends Message>(
            NodeId forger, Class<M> type, Invention<M> invention) {

        /** What was heard goes on to the forger's own code as it is. */
        public Rule towards(NodeId... receivers) {
            List<NodeId> dupes = List.copyOf(Arrays.asList(receivers));
            Behaviour forging = Behaviour.each((envelope, hand) -> {
                List<Act> acts = new ArrayList<>();
                acts.add(hand.pass(envelope));
                invented(envelope, hand.keysOf(forger))
                        .ifPresent(frame -> dupes.forEach(dupe -> {
                            Endpoint to = Endpoint.of(dupe);
                            acts.add(hand.inject(Endpoint.of(forger), to, frame, Duration.ZERO));
                        }));
                return acts;
            });
            return Rule.of(
                    "forgery-" + forger + "-" + type.getSimpleName(),
                    "invents messages for " + dupes + " on hearing messages",
                    Set.of(forger),
                    Messages.of(type).and(Link.to(forger)),
                    forging);
        }

        private Optional<Frame> invented(Envelope envelope, Keyring keys) {
            Optional<Message> heard = envelope.frame().message().filter(type::isInstance);
            if (heard.isEmpty()) {
                return Optional.empty();
            }
            MessageFormat format = envelope.frame().format().orElseThrow();
            return invention
                    .from(type.cast(heard.get()), format, keys)
                    .map(message -> Frame.of(message, format));
        }
    }
}
