package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;

import java.util.List;

/**
 * A rule in one run: it may remember, and is called by one thread. {@code nanos} counts from the
 * start.
 */
@FunctionalInterface
public interface Conduct {

    /** An envelope the rule is about, while it is in force. */
    List<Act> on(Envelope envelope, long nanos);

    /**
     * The time this rule asked for by {@link Hand#wake} has come, whether it is in force or not.
     */
    default List<Act> woken(String token, long nanos) {
        return List.of();
    }

    /** Anything else that happens: operations, processes, links. */
    default List<Act> noticed(Observation observation) {
        return List.of();
    }

    /** The rule is no longer in force: the moment to release what it holds. */
    default List<Act> ended(long nanos) {
        return List.of();
    }
}
