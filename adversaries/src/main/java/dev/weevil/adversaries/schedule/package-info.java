/**
 * Attacks told step by step, as the tables of a paper tell a counterexample: when a step begins, who
 * gets what, and who lies how ({@link dev.weevil.adversaries.schedule.Schedule}). Where rules say
 * what an adversary always does, a schedule says what it does next. Knows nodes and envelopes, never
 * how a network is run.
 */
package dev.weevil.adversaries.schedule;
