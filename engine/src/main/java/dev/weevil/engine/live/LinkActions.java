package dev.weevil.engine.live;

import dev.weevil.engine.live.proxy.Proxy;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.util.Set;

/** What can be done to the links of every live system, as {@link LiveRunner} says. */
record LinkActions(Proxy proxy) {

    private static final String CUT = "cut";
    private static final String MEND = "mend";

    boolean knows(Disturbance disturbance) {
        return disturbance instanceof Disturbance.SystemAction action
                && Set.of(CUT, MEND).contains(action.name())
                && action.parameters().keySet().containsAll(Set.of("from", "to"));
    }

    /** True unless there is no such link. */
    boolean perform(Disturbance disturbance) {
        Disturbance.SystemAction action = (Disturbance.SystemAction) disturbance;
        Endpoint from = Endpoint.of(NodeId.parse(action.parameters().get("from")));
        Endpoint to = Endpoint.of(NodeId.parse(action.parameters().get("to")));
        return action.name().equals(CUT) ? proxy.cut(from, to) : proxy.mend(from, to);
    }
}
