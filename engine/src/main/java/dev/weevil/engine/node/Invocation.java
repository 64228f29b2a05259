package dev.weevil.engine.node;

import java.util.Optional;

/**
 * An operation that a client is asked to perform.
 *
 * @param id unique in the run; the completion names it
 * @param function what to do: {@code get}, {@code put}, {@code cas}, ...
 * @param key the object to do it to, where the service has several
 * @param value the argument, in the values of {@link dev.weevil.checker.history.HistoryEvent}
 */
public record Invocation(long id, String function, Optional<Object> key, Object value) {

    @Override
    public String toString() {
        return function + key.map(k -> " " + k).orElse("") + (value == null ? "" : " " + value);
    }
}
