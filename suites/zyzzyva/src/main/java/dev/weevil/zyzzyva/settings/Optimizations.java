package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.cluster.Settings;

/**
 * What a client may do to be served faster (PROTOCOL.md, section 12). All of it is off unless a cluster's
 * settings say otherwise: a run that sets nothing follows the agreement of section 6, every request
 * ordered, and every other figure is measured against that.
 *
 * @param readOnly reads are answered from the present state, and ordered only if that fails (12.5)
 * @param commitOpt after a request that lacked answers, replicas commit before they execute (12.8)
 * @param adaptiveCommit the client learns how long to wait for the last answers before it commits, and
 *     commits at once after a request that had to (12.8)
 * @param preferredQuorums the primary sends its orders to 4f+1 of 5f+1 replicas only, until a client has
 *     to ask again (12.7)
 */
public record Optimizations(
        boolean readOnly, boolean commitOpt, boolean adaptiveCommit, boolean preferredQuorums) {

    static Optimizations from(Settings settings) {
        return new Optimizations(
                settings.flag("readOnly", false),
                settings.flag("commitOpt", false),
                settings.flag("adaptiveCommit", false),
                settings.flag("preferredQuorums", false));
    }
}
