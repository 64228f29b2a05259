/**
 * What a run leaves behind: its folder, what is written there, which folders are kept. Knows plans,
 * traces and judgements, never how a network is run nor how pages look.
 */
package dev.weevil.engine.run.artefact;
