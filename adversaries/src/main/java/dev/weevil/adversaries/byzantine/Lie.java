package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A node that tells everybody the same untruth under its own seal:
 * {@code Lie.by(R3).in(SpeculativeResponse.class, edit)}.
 */
public final class Lie {

    private final NodeId liar;

    private Lie(NodeId liar) {
        this.liar = liar;
    }

    public static Lie by(NodeId liar) {
        return new Lie(liar);
    }

    /**
     * Edits every message of the type.
     *
     * @param edit stateless; its result is sealed anew
     */
    public <M extends Message> Rule in(Class<M> type, UnaryOperator<M> edit) {
        return rule(type, "lies in messages", Editing.of(type, edit));
    }

    /**
     * Sets one field of every message of the type.
     *
     * @param path as {@link dev.weevil.engine.wire.MessageFormat#with} reads it; a path that does
     *     not exist is found when the first message comes
     */
    public <M extends Message> Rule in(Class<M> type, String path, Object value) {
        return rule(
                type,
                "sets " + path + " to " + value + " in messages",
                Editing.of(type, path, value));
    }

    private <M extends Message> Rule rule(Class<M> type, String words, Behaviour behaviour) {
        return Rule.of(
                "lie-" + liar + "-" + type.getSimpleName(),
                words,
                Set.of(liar),
                Messages.of(type).and(Link.from(liar)),
                behaviour);
    }
}
