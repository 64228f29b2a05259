/**
 * The language of scripts: what a rule is about ({@link Scope}), when it is in force
 * ({@link When}), what it does ({@link Behaviour}), and the {@link Rule} that joins the three under
 * a name. Knows nodes and envelopes, never how a network is run.
 */
package dev.weevil.adversaries.script;
