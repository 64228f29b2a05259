package dev.weevil.adversaries.byzantine;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.wire.MessageFormat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Typed edits as behaviours. What turns out not to be of the type passes as it is. */
final class Editing {

    private Editing() {}

    static <M extends Message> Behaviour of(Class<M> type, UnaryOperator<M> edit) {
        return Behaviour.each((envelope, hand) -> {
            Act act = typed(type, envelope)
                    .map(message -> hand.alter(envelope, edit.apply(message)))
                    .orElseGet(() -> hand.pass(envelope));
            return List.of(act);
        });
    }

    /** Sets the field at the path, see {@link MessageFormat#with}. */
    static <M extends Message> Behaviour of(Class<M> type, String path, Object value) {
        return Behaviour.each((envelope, hand) -> {
            Act act = typed(type, envelope)
                    .map(message -> hand.alter(envelope, with(envelope, message, path, value)))
                    .orElseGet(() -> hand.pass(envelope));
            return List.of(act);
        });
    }

    private static Message with(Envelope envelope, Message message, String path, Object value) {
        return envelope.frame().format().orElseThrow().with(message, path, value);
    }

    private static <M extends Message> Optional<M> typed(Class<M> type, Envelope envelope) {
        return envelope.frame().message().filter(type::isInstance).map(type::cast);
    }
}
