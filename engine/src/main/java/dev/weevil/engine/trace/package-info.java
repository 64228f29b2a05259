/**
 * The record of a run: everything that happened, in order, and its form on disk. What is shown,
 * judged or replayed is read from it.
 *
 * <p>A trace file is lines of JSON in ASCII, each ended by a line feed. The first is the header, {@code
 * {"trace":1,"system":...}}, whose number is the format's version; each other is one event, {@code
 * {"e":"sent","t":1200,...}}: its kind and its time in nanoseconds come first. What is empty or zero
 * in most events ({@code touches}, {@code detail}, {@code cause}) is left out. Values of operations
 * are JSON's own where they read back as themselves, a map is {@code {"map":[[key,value],...]}}, a
 * whole number beyond 64 bits {@code {"big":"..."}}, a fraction that JSON lacks {@code
 * {"double":"NaN"}}. A reader refuses another version, an unknown kind, a missing field and a field
 * it does not know: the format grows by a new version only.
 *
 * <p>Knows nothing of how a run is driven or shown.
 */
package dev.weevil.engine.trace;
