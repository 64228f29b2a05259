/**
 * The schedules of PROTOCOL.md, 11.3, as attacks: the tables, step by step, played against full
 * replicas. Knows the protocol's messages and the pure rules about them, never the state of a node.
 */
package dev.weevil.zyzzyva.schedule;
