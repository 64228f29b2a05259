package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.NodeId;

/** Which envelopes a rule is about: a property of the envelope alone. Immutable. */
public interface Scope {

    /** Every envelope on every link. */
    static Scope all() {
        return new Everything();
    }

    boolean covers(Envelope envelope);

    /**
     * Whether it could cover anything on this link; a link for which this is false is never shown.
     */
    default boolean touches(NodeId from, NodeId to) {
        return true;
    }

    /**
     * What follows "messages" in a sentence: {@code of type Commit}, {@code from r0}; nothing for
     * all.
     */
    String inWords();

    /** What both cover. */
    default Scope and(Scope other) {
        return Conjunction.of(this, other);
    }
}
