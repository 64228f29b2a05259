/** Judges what correct replicas decided, beside what clients saw. Knows no protocol. */
package dev.weevil.checker.agreement;
