package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;

import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A node that tells one receiver something else than the others, each time under its own seal:
 * {@code Equivocation.by(R0).of(OrderRequest.class).towards(R3, edit)}.
 */
public final class Equivocation {

    private final NodeId speaker;

    private Equivocation(NodeId speaker) {
        this.speaker = speaker;
    }

    public static Equivocation by(NodeId speaker) {
        return new Equivocation(speaker);
    }

    public <M extends Message> About<M> of(Class<M> type) {
        return new About<>(speaker, type);
    }

    /** Equivocation about messages of one type. */
    public record About<M extends Message>(NodeId speaker, Class<M> type) {

        public About {
            Objects.requireNonNull(type, "type");
        }

        /**
         * The receiver gets the edited message, everybody else the original. One rule for each
         * receiver; {@code then} joins them.
         *
         * @param edit stateless; its result is sealed anew
         */
        public Rule towards(NodeId receiver, UnaryOperator<M> edit) {
            return Rule.of(
                    "equivocation-" + speaker + "-" + type.getSimpleName() + "-" + receiver,
                    "says something else in messages",
                    Set.of(speaker),
                    Messages.of(type).and(Link.of(speaker, receiver)),
                    Editing.of(type, edit));
        }
    }
}
