package dev.weevil.checker.linearizability;

import java.util.Optional;

/** Registers no value is written to twice: the values are the states of {@link Zones}. */
final class DistinctRegister implements Shortcut {

    private final Zones zones;
    private Optional<RegisterStates> states = Optional.empty();

    DistinctRegister(Zones zones) {
        this.zones = zones;
    }

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (states.isEmpty()) {
            states = Optional.of(
                    new RegisterStates(problem.operations(), problem.model().initial()));
        }
        return states.get().fill(problem, zones.changes())
                ? Optional.of(zones.decide(problem))
                : Optional.empty();
    }
}
