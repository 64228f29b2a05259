package dev.weevil.cli.suite;

import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.artefact.RunStore;

import java.time.Duration;
import java.util.Set;

/**
 * How a selection is to be run.
 *
 * @param modes the ones asked for; a scenario is run in those of them that it knows
 * @param seed of the first run; each further one has the next number
 * @param runs how often each scenario is run in each mode
 * @param limit wall time of one run, judging included
 */
public record Order(Set<Mode> modes, long seed, int runs, Duration limit, RunStore store) {}
