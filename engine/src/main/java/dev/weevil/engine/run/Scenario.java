package dev.weevil.engine.run;

import dev.weevil.engine.chance.Seed;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A system, a workload, an adversary, and what is expected of them.
 *
 * @param name unique in its suite: lower case and dashes
 * @param claim one sentence: what must come out of it, and why
 * @param modes in which it can be run
 * @param requirement what the scenario needs
 * @param planner the plan for a mode and a seed
 * @param oracles every one of which judges each run
 */
public record Scenario(
        String name,
        String claim,
        Kind kind,
        Set<Mode> modes,
        Requirement requirement,
        BiFunction<Mode, Seed, Plan> planner,
        List<Oracle> oracles) {

    public Scenario {
        Objects.requireNonNull(kind, "kind");
        modes = Set.copyOf(modes);
        oracles = List.copyOf(oracles);
        if (!name.matches("[a-z0-9][a-z0-9/-]*") || modes.isEmpty() || oracles.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a name in lower case, a mode and an oracle, found '" + name + "', "
                            + modes + ", " + oracles);
        }
    }

    public Plan plan(Mode mode, Seed seed) {
        return planner.apply(mode, seed);
    }
}
