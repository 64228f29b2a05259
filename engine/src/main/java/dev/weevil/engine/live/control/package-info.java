/**
 * What the process of a replica and the harness tell each other beside the protocol: readiness, facts,
 * refusals one way, the few orders the other.
 */
package dev.weevil.engine.live.control;
