package dev.weevil.engine.trace;

import java.util.Optional;

/**
 * What a trace file held.
 *
 * @param cut where the last line was half-written, as a crash leaves it, a sentence that says so; the
 *     trace then ends before that line
 */
public record TraceFile(Trace trace, Optional<String> cut) {}
