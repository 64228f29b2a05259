/**
 * Runs plans with processes and sockets: every replica a process of its own, every link through a port
 * of the proxy, one thread that decides and records.
 */
package dev.weevil.engine.live;
