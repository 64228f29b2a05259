package dev.weevil.checker.file;

import dev.weevil.checker.criterion.Criterion;
import dev.weevil.checker.serializability.Level;
import dev.weevil.checker.serializability.Options.KeyOrder;

import java.util.Objects;
import java.util.Set;

/**
 * What a history is held to.
 *
 * @param criterion for objects: what they must be
 * @param level for transactions: the level they must meet
 * @param keyOrder for transactions over registers: what is taken for granted of each register
 * @param corrupted processes of clients that may have lied, for objects
 */
public record Demand(Criterion criterion, Level level, KeyOrder keyOrder, Set<Integer> corrupted) {

    /** Linearizability, strict serializability, nothing taken for granted, and honest clients. */
    public static final Demand USUAL = new Demand(
            Criterion.LINEARIZABLE, Level.STRICT_SERIALIZABLE, KeyOrder.UNKNOWN, Set.of());

    public Demand {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(keyOrder, "keyOrder");
        corrupted = Set.copyOf(corrupted);
    }
}
