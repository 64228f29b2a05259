package dev.weevil.engine.trace;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

import java.util.List;
import java.util.Optional;

/** One thing that happened. {@code nanos} counts from the start of the run, on the harness's clock. */
public sealed interface TraceEvent {

    long nanos();

    /**
     * A message left its sender.
     *
     * @param cause the envelope that the sender was acting on; 0 where it was a timer or an invocation
     */
    record Sent(long nanos, Envelope envelope, long cause) implements TraceEvent {}

    /**
     * It reached its receiver: once, several times, or never.
     *
     * @param altered what arrived, where that is not what was sent
     */
    record Delivered(
            long nanos, long envelope, Endpoint to, List<Touch> touches, Optional<Frame> altered)
            implements TraceEvent {}

    /** The adversary lost it. */
    record Dropped(long nanos, long envelope, List<Touch> touches) implements TraceEvent {}

    /** The adversary keeps it; a later {@link Delivered} releases it. */
    record Held(long nanos, long envelope, List<Touch> touches) implements TraceEvent {}

    record TimerFired(long nanos, Endpoint node, Timer timer) implements TraceEvent {}

    /** A node said something of itself. */
    record Observed(long nanos, Endpoint node, Fact fact) implements TraceEvent {}

    record Invoked(long nanos, NodeId client, Invocation invocation) implements TraceEvent {}

    record Completed(long nanos, NodeId client, Invocation invocation, Outcome outcome)
            implements TraceEvent {}

    /** A fault of a process, by the rule of that name. */
    record Disturbed(long nanos, String rule, Disturbance disturbance) implements TraceEvent {}

    /** A connection was opened or closed; closed, it had carried so many bytes. */
    record LinkChanged(long nanos, Endpoint from, Endpoint to, boolean open, long bytes)
            implements TraceEvent {}

    /** A process is ready, or has ended; the detail says how. */
    record ProcessChanged(long nanos, Endpoint process, boolean up, String detail)
            implements TraceEvent {}

    /** The proxy or a host threw bytes away before any node saw them. */
    record Refused(long nanos, String where, String reason) implements TraceEvent {}

    /** The harness has something to say that explains the run: a limit reached, a replay's miss. */
    record Noted(long nanos, String text) implements TraceEvent {}
}
