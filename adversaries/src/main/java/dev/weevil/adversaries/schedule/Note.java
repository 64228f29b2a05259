package dev.weevil.adversaries.schedule;

import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.node.Message;

import java.util.Objects;

/**
 * One message that a schedule remembers, as its sender sent it, whatever became of it: what a liar
 * quotes later. Immutable; what one run remembers is its {@link Notes}.
 *
 * @param latest whether a later message replaces the one remembered
 */
public record Note<M extends Message>(Class<M> type, Scope scope, boolean latest) {

    public Note {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(scope, "scope");
    }

    /** The first message of the type in the scope. */
    public static <M extends Message> Note<M> first(Class<M> type, Scope scope) {
        return new Note<>(type, scope, false);
    }

    /** The latest message of the type in the scope. */
    public static <M extends Message> Note<M> latest(Class<M> type, Scope scope) {
        return new Note<>(type, scope, true);
    }
}
