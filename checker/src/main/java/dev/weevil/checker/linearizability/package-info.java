/**
 * Decides whether each operation can have taken effect at one moment between its invocation and its
 * completion (Herlihy and Wing 1990). Knows histories and models, never a running system.
 */
package dev.weevil.checker.linearizability;
