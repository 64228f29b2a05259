package dev.weevil.checker.model;

/** Stands in a state for {@code null}, which states never are. */
enum Nil {
    NIL;

    static Object state(Object value) {
        return value == null ? NIL : value;
    }

    @Override
    public String toString() {
        return "nil";
    }
}
