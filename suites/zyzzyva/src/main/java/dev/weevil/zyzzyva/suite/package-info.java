/**
 * What Zyzzyva is put through: the scenarios of its fault suite, and the attacks that need to know
 * its messages. Knows the protocol's messages and proofs, never the state of a node.
 */
package dev.weevil.zyzzyva.suite;
