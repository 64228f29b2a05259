package dev.weevil.checker.linearizability;

import dev.weevil.checker.model.Family;

import java.util.List;

/** Which shortcuts are worth asking for a family of objects, in this order. */
final class Shortcuts {

    private Shortcuts() {}

    static List<Shortcut> of(Family family) {
        return switch (family) {
            case GENERAL, REGISTER, APPENDABLE, LIST, SET, QUEUE, STACK, PRIORITY_QUEUE ->
                List.of();
        };
    }
}
