/**
 * Faults of processes and clocks: crash and restart, pause, skew. They need no message to be read,
 * so that they work on any system.
 */
package dev.weevil.adversaries.process;
