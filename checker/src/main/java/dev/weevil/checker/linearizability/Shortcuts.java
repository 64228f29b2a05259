package dev.weevil.checker.linearizability;

import dev.weevil.checker.model.Family;

import java.util.List;

/** Which shortcuts are worth asking for a family of objects, in this order. */
final class Shortcuts {

    private Shortcuts() {}

    static List<Shortcut> of(Family family) {
        return switch (family) {
            case QUEUE -> List.of(new QueueSweep());
            case STACK -> List.of(new StackNesting());
            case PRIORITY_QUEUE -> List.of(new PriorityOrder());
            case GENERAL, REGISTER, APPENDABLE, LIST, SET -> List.of();
        };
    }
}
