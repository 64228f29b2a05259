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
 * @param violations which of them must find a violation, unless the promise must hold
 */
public record Scenario(
        String name,
        String claim,
        Kind kind,
        Set<Mode> modes,
        Requirement requirement,
        BiFunction<Mode, Seed, Plan> planner,
        List<Oracle> oracles,
        Violations violations) {

    public Scenario {
        Objects.requireNonNull(kind, "kind");
        modes = Set.copyOf(modes);
        oracles = List.copyOf(oracles);
        if (!name.matches("[a-z0-9][a-z0-9/-]*") || modes.isEmpty() || oracles.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a name in lower case, a mode and an oracle, found '" + name + "', "
                            + modes + ", " + oracles);
        }
        if (kind == Kind.HOLDS && !violations.required().isEmpty()) {
            throw new IllegalArgumentException(name + ": expected no violation where the promise"
                    + " must hold, found " + violations.required());
        }
    }

    /** Where the promise must break, any violation will do. */
    public Scenario(
            String name,
            String claim,
            Kind kind,
            Set<Mode> modes,
            Requirement requirement,
            BiFunction<Mode, Seed, Plan> planner,
            List<Oracle> oracles) {
        this(name, claim, kind, modes, requirement, planner, oracles, Violations.ANY);
    }

    /** The same scenario, which is there to show these violations. */
    public Scenario breaking(Violations which) {
        return new Scenario(name, claim, kind, modes, requirement, planner, oracles, which);
    }

    public Plan plan(Mode mode, Seed seed) {
        return planner.apply(mode, seed);
    }
}
