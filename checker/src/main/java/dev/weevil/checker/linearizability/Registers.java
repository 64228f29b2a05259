package dev.weevil.checker.linearizability;

import java.util.Optional;

/**
 * Registers. Where no value is written twice, the values are the states of {@link Zones}; otherwise a
 * {@link Refuter} looks for what can be told in one sweep.
 */
final class Registers implements Shortcut {

    private final Zones zones;
    private final Refuter refuter;
    private Optional<RegisterStates> states = Optional.empty();
    private boolean understood;

    Registers(Zones zones, Refuter refuter) {
        this.zones = zones;
        this.refuter = refuter;
    }

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (states.isEmpty()) {
            states = Optional.of(
                    new RegisterStates(problem.operations(), problem.model().initial()));
        }
        understood = states.get().fill(problem, zones.changes());
        if (!understood) {
            return Optional.empty();
        }
        return states.get().areDistinct()
                ? Optional.of(zones.decide(problem))
                : refuter.refute(problem, zones.changes());
    }

    @Override
    public Optional<Transitions> transitions() {
        return understood ? Optional.of(zones.changes()) : Optional.empty();
    }
}
