package dev.weevil.engine.workload;

import dev.weevil.engine.node.Invocation;

import java.util.Optional;

/** An operation that has not been invoked yet; see {@link Invocation} for its parts. */
public record Request(String function, Optional<Object> key, Object value) {

    public Invocation invocation(long id) {
        return new Invocation(id, function, key, value);
    }
}
