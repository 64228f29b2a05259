package dev.weevil.engine.cluster;

import dev.weevil.engine.node.Payload;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Tells when a process is ready: somebody listens at its door and answers a question as expected. It is
 * asked again until then, each time on a new connection past the proxy.
 *
 * @param door which port to ask at
 * @param question what to send
 * @param ready whether this answer, as far as it has come, says so
 * @param within how long it may take; a process that takes longer fails the run
 */
public record Probe(String door, Payload question, Predicate<String> ready, Duration within) {}
