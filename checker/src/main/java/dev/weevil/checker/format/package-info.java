/**
 * Reads histories as other tools and we record them, and writes ours: as a stream, without building a
 * document, telling where input is malformed. Knows events and what formats imply, never how a history is judged.
 */
package dev.weevil.checker.format;
