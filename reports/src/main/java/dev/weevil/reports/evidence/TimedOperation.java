package dev.weevil.reports.evidence;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

import java.util.Locale;
import java.util.Optional;

/**
 * An operation of a client with the times the harness saw.
 *
 * @param number among the operations of the correct clients, from 0, as verdicts count them; -1 for
 *     one of a corrupted client, which no verdict is about
 * @param returnedNanos {@link Long#MAX_VALUE} where it never ended
 * @param outcome empty where it never ended
 */
public record TimedOperation(
        int number,
        NodeId client,
        Invocation invocation,
        long invokedNanos,
        long returnedNanos,
        Optional<Outcome> outcome) {

    public boolean isOk() {
        return outcome.isPresent() && outcome.get().type() == HistoryEvent.Type.OK;
    }

    /** {@code ok}, {@code fail}, {@code info}, or {@code open} where it never ended. */
    public String ending() {
        return outcome.map(end -> end.type().name().toLowerCase(Locale.ROOT)).orElse("open");
    }

    /** Whether both were under way at one time; touching intervals are. */
    public boolean overlaps(TimedOperation other) {
        return invokedNanos <= other.returnedNanos && other.invokedNanos <= returnedNanos;
    }

    /** What was asked, and what was answered where that says more. */
    public String inWords() {
        return Wording.of(this);
    }
}
