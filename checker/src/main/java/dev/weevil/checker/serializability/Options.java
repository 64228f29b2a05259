package dev.weevil.checker.serializability;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What a history of transactions is held to.
 *
 * @param level the level it must meet: a finding that does not refute it leaves the verdict valid
 * @param keyOrder what may be assumed of the versions of a register; a refutation that used it holds
 *     under the assumption only
 * @param perComponent how long the shortest cycles of one cyclic component are looked for; after that
 *     some cycle of it is shown instead
 * @param edgeLimit how many dependencies may be held; beyond it a verdict is unknown unless an anomaly
 *     was found
 * @param cancelled asked often; once true no more time is given to any component
 */
public record Options(
        Level level,
        KeyOrder keyOrder,
        Duration perComponent,
        int edgeLimit,
        BooleanSupplier cancelled) {

    /** What is taken for granted about each single register, apart from what reads show. */
    public enum KeyOrder {
        /** Nothing. */
        UNKNOWN,
        /** Each process sees the versions of a key in their order. */
        SEQUENTIAL,
        /** Real time orders the versions of a key. */
        LINEARIZABLE
    }

    public Options {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(keyOrder, "keyOrder");
        Objects.requireNonNull(cancelled, "cancelled");
        if (perComponent.isNegative()) {
            throw new IllegalArgumentException("time per component is negative: " + perComponent);
        }
        if (edgeLimit < 1) {
            throw new IllegalArgumentException(
                    "edge limit is " + edgeLimit + ", expected at least 1");
        }
    }

    /** Nothing assumed of keys, one second a component, at most twenty million dependencies. */
    public static Options at(Level level) {
        return new Options(level, KeyOrder.UNKNOWN, Duration.ofSeconds(1), 20_000_000, () -> false);
    }

    public Options assuming(KeyOrder order) {
        return new Options(level, order, perComponent, edgeLimit, cancelled);
    }

    public Options within(Duration limit) {
        return new Options(level, keyOrder, limit, edgeLimit, cancelled);
    }

    public Options withEdgeLimit(int limit) {
        return new Options(level, keyOrder, perComponent, limit, cancelled);
    }

    public Options until(BooleanSupplier stop) {
        return new Options(level, keyOrder, perComponent, edgeLimit, stop);
    }
}
