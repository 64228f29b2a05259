/** Randomness from one seed: a stream per component, and draws that depend on a message alone. */
package dev.weevil.engine.chance;
