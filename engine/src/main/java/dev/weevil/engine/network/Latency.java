package dev.weevil.engine.network;

import dev.weevil.engine.chance.Seed;

import java.time.Duration;

/**
 * How long messages travel when nobody interferes. Each draws its own time from its label and link, so
 * messages overtake each other whenever the spread exceeds the time between them.
 */
public record Latency(Duration least, Duration most) {

    /** Between half a millisecond and one and a half. */
    public static final Latency LOCAL =
            new Latency(Duration.ofNanos(500_000), Duration.ofNanos(1_500_000));

    public Latency {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "expected 0 <= least <= most, found " + least + " and " + most);
        }
    }

    /** Every message takes exactly this long, and none overtakes another. */
    public static Latency exactly(Duration each) {
        return new Latency(each, each);
    }

    /** The time drawn for a message, in nanoseconds: the same whenever it is asked for. */
    public long nanos(Seed message) {
        long spread = most.minus(least).toNanos();
        return least.toNanos() + (spread == 0 ? 0 : message.below(spread + 1));
    }
}
