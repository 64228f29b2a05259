package dev.weevil.engine.run;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.cluster.SystemUnderTest;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.engine.workload.Workload;

/**
 * Everything that determines a run but the machine it runs on.
 *
 * @param scenario the name it has in its suite
 */
public record Plan(
        String scenario,
        SystemUnderTest system,
        Membership membership,
        Settings settings,
        Scheme scheme,
        Workload workload,
        Attack attack,
        Seed seed,
        Bounds bounds) {

    public Plan {
        attack.corrupted().forEach(node -> {
            if (!membership.nodes().contains(node)) {
                throw new IllegalArgumentException(scenario + ": expected corrupted nodes among "
                        + membership.nodes() + ", found " + node);
            }
        });
    }

    public TraceHeader header(Mode mode) {
        return new TraceHeader(
                system.name(),
                scenario,
                mode.toString(),
                seed.value(),
                membership,
                attack.corrupted(),
                settings,
                attack.describe(),
                attack.rules());
    }
}
