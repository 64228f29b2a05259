package dev.weevil.checker.serializability;

import java.util.Locale;

/** Why one transaction must come before another. */
public enum Dependency {
    /** The second overwrote what the first wrote. */
    WW,
    /** The second read what the first wrote. */
    WR,
    /** The second overwrote what the first read: an anti-dependency. */
    RW,
    /** One process ran the first before the second. */
    PROCESS,
    /** The first completed before the second began. */
    REALTIME;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
