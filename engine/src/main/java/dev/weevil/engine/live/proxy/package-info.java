/**
 * The proxy between all nodes: a listening port for each directed link. What an adversary could touch is
 * shown to the one thread that decides; everything else is relayed unread. Knows connections and
 * pieces, never what they mean.
 */
package dev.weevil.engine.live.proxy;
