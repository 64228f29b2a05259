/**
 * Hosts one node on one thread of its own and performs its effects over TCP. The same in a replica's
 * process and, for clients, in the harness.
 */
package dev.weevil.engine.live.host;
