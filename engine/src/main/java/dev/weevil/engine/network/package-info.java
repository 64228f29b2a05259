/**
 * Messages in flight, and what may become of them: envelopes, and the adversary that observes them and
 * answers with acts. Knows nodes and their messages, never how a network is run.
 */
package dev.weevil.engine.network;
