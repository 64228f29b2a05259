package dev.weevil.engine.live.proxy;

import dev.weevil.engine.node.Endpoint;

/**
 * A connection as the proxy is to treat it.
 *
 * @param dialler who connects
 * @param target who listens
 * @param shownForward whether what the dialler sends is shown
 * @param shownBack whether what the target answers is shown
 * @param twoWay whether answers are traffic of their own; else only the dialler's bytes are told of
 */
public record StreamLink(
        Endpoint dialler,
        Endpoint target,
        boolean shownForward,
        boolean shownBack,
        boolean twoWay) {

    /** Nobody can touch what travels from one to the other. */
    public static StreamLink untouched(Endpoint from, Endpoint to) {
        return new StreamLink(from, to, false, false, false);
    }

    @Override
    public String toString() {
        return dialler + "->" + target;
    }
}
