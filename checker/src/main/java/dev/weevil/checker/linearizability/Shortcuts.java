package dev.weevil.checker.linearizability;

import dev.weevil.checker.model.Family;

import java.util.List;

/** Which shortcuts are worth asking for a family of objects, in this order. */
final class Shortcuts {

    private Shortcuts() {}

    static List<Shortcut> of(Family family) {
        return switch (family) {
            case REGISTER -> List.of(new Registers(new Zones(), new Refuter()));
            case APPENDABLE -> appendable(new Zones());
            case LIST -> List.of(new Appends(new Zones()));
            case QUEUE -> List.of(new QueueSweep());
            case STACK -> List.of(new StackNesting());
            case PRIORITY_QUEUE -> List.of(new PriorityOrder());
            case SET -> List.of(new SetByElement());
            case GENERAL -> List.of();
        };
    }

    private static List<Shortcut> appendable(Zones zones) {
        return List.of(new Registers(zones, new Refuter()), new Appends(zones));
    }
}
