/**
 * What a replica or client is: a state machine that takes one event and returns effects.
 *
 * <p>Time, chance and input/output never enter: they arrive in events and leave in effects. This
 * package knows neither networks nor adversaries.
 */
package dev.weevil.engine.node;
