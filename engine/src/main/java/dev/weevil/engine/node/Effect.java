package dev.weevil.engine.node;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a node wants done. Its host performs effects in the order given. */
public sealed interface Effect {

    /** Sends the message to each receiver. A node may send to itself: that, too, is a message. */
    record Send(List<NodeId> to, Message message) implements Effect {
        public Send {
            to = List.copyOf(to);
            Objects.requireNonNull(message, "message");
        }

        public Send(NodeId to, Message message) {
            this(List.of(to), message);
        }
    }

    /**
     * Starts the timer, or starts it anew.
     *
     * @param jitter the host lengthens the delay by a random share of it between 0 and this
     */
    record StartTimer(Timer timer, Duration delay, double jitter) implements Effect {
        public StartTimer {
            if (delay.isNegative() || jitter < 0 || jitter > 1) {
                throw new IllegalArgumentException(
                        timer + ": expected a delay >= 0 and a jitter in 0..1, found " + delay
                                + " and " + jitter);
            }
        }

        public StartTimer(Timer timer, Duration delay) {
            this(timer, delay, 0);
        }
    }

    /** Stops the timer; nothing where it is not running. */
    record StopTimer(Timer timer) implements Effect {}

    /**
     * Writes the content under its name, replacing what was there; {@link Event.Persisted} follows
     * once it would survive a crash. What depends on it is sent then.
     */
    record Persist(long write, String name, Payload content) implements Effect {}

    /** Ends the client's invocation of this number. */
    record Complete(long invocation, Outcome outcome) implements Effect {}

    /** Tells oracles and reports; changes nothing. */
    record Observed(Fact fact) implements Effect {}
}
