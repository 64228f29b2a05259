/**
 * {@code weevil list} and {@code weevil run}: which scenarios, how often, for how long, and what came
 * of them.
 */
package dev.weevil.cli.suite;
