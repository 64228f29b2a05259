package dev.weevil.engine.node;

/**
 * A timer of one node. Starting it again replaces what was left of it.
 *
 * @param name which of the protocol's timers, {@code T_COMMIT}
 * @param key what it was started for, where there are several at once; else 0
 */
public record Timer(String name, long key) {

    public static Timer named(String name) {
        return new Timer(name, 0);
    }

    @Override
    public String toString() {
        return key == 0 ? name : name + "/" + key;
    }
}
