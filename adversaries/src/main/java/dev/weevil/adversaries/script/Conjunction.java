package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.NodeId;

/** What both scopes cover. */
record Conjunction(Scope first, Scope second) implements Scope {

    static Scope of(Scope first, Scope second) {
        if (first.equals(Scope.all())) {
            return second;
        }
        return second.equals(Scope.all()) ? first : new Conjunction(first, second);
    }

    @Override
    public boolean covers(Envelope envelope) {
        return first.covers(envelope) && second.covers(envelope);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return first.touches(from, to) && second.touches(from, to);
    }

    @Override
    public String inWords() {
        return first.inWords() + " " + second.inWords();
    }
}
