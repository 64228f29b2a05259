package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.cluster.Settings;

import java.time.Duration;

/**
 * The timers of section 2.
 *
 * @param commit T_COMMIT, client: start the commit phase
 * @param retransmission T_RETRANS, client: send the request to all; doubles with every try
 * @param reply T_REPLY, client: committed, but the result itself is missing
 * @param commitResend T_COMMIT_RESEND, client: send COMMIT again
 * @param request T_REQ, replica: from CONFIRM-REQ to accusation
 * @param fill T_FILL, replica: a hole unanswered by the primary, then by all
 * @param newView T_NEWVIEW, replica: from 2f+1 VIEW-CHANGE to the new view; doubles with every failure
 * @param status T_STATUS, replica: how often to say what is known; zero turns it off
 * @param batch how long a primary waits for a batch to fill up
 */
public record Timeouts(
        Duration commit,
        Duration retransmission,
        Duration reply,
        Duration commitResend,
        Duration request,
        Duration fill,
        Duration newView,
        Duration status,
        Duration batch) {

    /** The host lengthens every replica timer by up to this share. */
    public static final double JITTER = 0.2;

    /** Timers that double stop doubling at this many times their start. */
    public static final int MOST_DOUBLED = 64;

    /** The timer after some doublings. */
    public static Duration doubled(Duration start, int times) {
        return start.multipliedBy(Math.min(MOST_DOUBLED, 1L << Math.min(times, 30)));
    }

    static Timeouts from(Settings settings) {
        Duration retransmission = positive(settings, "tRetrans", 150);
        return new Timeouts(
                positive(settings, "tCommit", 10),
                retransmission,
                positive(settings, "tReply", 2 * retransmission.toMillis()),
                positive(settings, "tCommitResend", 150),
                positive(settings, "tReq", 500),
                positive(settings, "tFill", 100),
                positive(settings, "tNewView", 500),
                settings.millis("tStatus", Duration.ofMillis(200)),
                positive(settings, "tBatch", 1));
    }

    private static Duration positive(Settings settings, String name, long otherwise) {
        Duration found = settings.millis(name, Duration.ofMillis(otherwise));
        if (found.isNegative() || found.isZero()) {
            throw new IllegalArgumentException(
                    "setting " + name + ": expected more than 0 ms, found " + found.toMillis());
        }
        return found;
    }
}
