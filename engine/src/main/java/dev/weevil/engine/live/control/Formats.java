package dev.weevil.engine.live.control;

import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;

/**
 * How reports and orders are written.
 *
 * @param reports of {@link Report}
 * @param orders of {@link Order}
 */
public record Formats(MessageFormat reports, MessageFormat orders) {

    /**
     * The formats of one run.
     *
     * @param token a number that only this run's processes know: strangers are not understood
     */
    public static Formats of(long token) {
        return new Formats(
                new RecordFormat(Report.class, token), new RecordFormat(Order.class, token));
    }
}
