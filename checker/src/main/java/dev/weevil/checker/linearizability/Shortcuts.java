package dev.weevil.checker.linearizability;

import dev.weevil.checker.model.Family;

import java.util.List;

/** Which shortcuts are worth asking for a family of objects, in this order. */
final class Shortcuts {

    private Shortcuts() {}

    static List<Shortcut> of(Family family) {
        Zones zones = new Zones();
        return switch (family) {
            case REGISTER -> List.of(new DistinctRegister(zones));
            case APPENDABLE -> List.of(new DistinctRegister(zones), new Appends(zones));
            case LIST -> List.of(new Appends(zones));
            case QUEUE -> List.of(new QueueSweep());
            case STACK -> List.of(new StackNesting());
            case PRIORITY_QUEUE -> List.of(new PriorityOrder());
            case SET -> List.of(new SetByElement());
            case GENERAL -> List.of();
        };
    }
}
