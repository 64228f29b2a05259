package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.cluster.Settings;

import java.time.Duration;

/**
 * What a cluster does against clients and replicas that waste its time (15.1, 15.2). The published
 * protocol has none of it.
 *
 * @param on whether bad authenticators, floods and too many open requests are fended off
 * @param rotation how long a primary's throughput is measured before it is judged; zero: never
 */
public record Defences(boolean on, Duration rotation) {

    public Defences {
        if (rotation.isNegative()) {
            throw new IllegalArgumentException(
                    "setting rotate: expected 0 ms or more, found " + rotation.toMillis());
        }
    }

    /** Whether primaries are judged by their throughput. */
    public boolean rotating() {
        return !rotation.isZero();
    }

    static Defences from(Settings settings, Rules rules) {
        return new Defences(
                settings.flag("defences", rules == Rules.REPAIRED),
                settings.millis("rotate", Duration.ZERO));
    }
}
