/**
 * What a new view begins with: whether a VIEW-CHANGE counts, and which history follows from a quorum of
 * them (PROTOCOL.md, 4.1 and 9.4). Pure functions of messages.
 */
package dev.weevil.zyzzyva.viewchange;
