package dev.weevil.checker.serializability;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Consistency levels of transactions, weakest first within each family.
 *
 * <p>A strong-session level also keeps the order of each process, a strong level the real-time order
 * of all. Sources: Adya 1999 for PL-1 (read uncommitted), PL-2 (read committed), PL-2+ (consistent
 * view), PL-2.99 (repeatable read) and PL-3 (serializable); Cerone and Gotsman 2018 for read atomic,
 * parallel snapshot isolation and snapshot isolation.
 */
public enum Level {
    READ_UNCOMMITTED,
    READ_COMMITTED,
    READ_ATOMIC,
    CONSISTENT_VIEW,
    REPEATABLE_READ,
    PARALLEL_SNAPSHOT_ISOLATION,
    SNAPSHOT_ISOLATION,
    SERIALIZABLE,
    STRONG_SESSION_READ_UNCOMMITTED,
    STRONG_SESSION_READ_COMMITTED,
    STRONG_SESSION_CONSISTENT_VIEW,
    STRONG_SESSION_SNAPSHOT_ISOLATION,
    STRONG_SESSION_SERIALIZABLE,
    STRONG_READ_UNCOMMITTED,
    STRONG_READ_COMMITTED,
    STRONG_CONSISTENT_VIEW,
    STRONG_SNAPSHOT_ISOLATION,
    STRICT_SERIALIZABLE;

    /**
     * The level of this label.
     *
     * @throws IllegalArgumentException where there is none, with all that there are
     */
    public static Level of(String label) {
        return Arrays.stream(values())
                .filter(level -> level.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level " + label
                        + "; expected one of "
                        + Arrays.stream(values())
                                .map(Level::label)
                                .collect(Collectors.joining(", "))));
    }

    /** In lower case with hyphens: {@code strict-serializable}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
