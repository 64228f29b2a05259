/**
 * What must be true of every run of Zyzzyva (PROTOCOL.md, section 14): one oracle for each of I1 to
 * I20, all of them in {@link dev.weevil.zyzzyva.invariant.Invariants}. They judge traces and know no
 * running node; each says how much it found to judge, so that a scenario can demand that it was
 * something.
 */
package dev.weevil.zyzzyva.invariant;
