/** The record of a run: everything that happened, in order. What is shown, judged or replayed is read from it. */
package dev.weevil.engine.trace;
