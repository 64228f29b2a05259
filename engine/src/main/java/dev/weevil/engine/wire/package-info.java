/**
 * One declaration per message: a record's components give its bytes, what its seals cover, the fields
 * an adversary may edit, and what a report shows.
 */
package dev.weevil.engine.wire;
