package dev.weevil.engine.network;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

/** What an adversary sees. {@code nanos} counts from the start of the run. */
public sealed interface Observation {

    long nanos();

    /** The run begins; nothing has been sent yet. */
    record Begun(long nanos) implements Observation {}

    /** An envelope is about to travel. */
    record Sent(long nanos, Envelope envelope) implements Observation {}

    /** The time an {@link Act.WakeMe} asked for has come. */
    record Woken(long nanos, String token) implements Observation {}

    record LinkOpened(long nanos, Endpoint from, Endpoint to) implements Observation {}

    record LinkClosed(long nanos, Endpoint from, Endpoint to) implements Observation {}

    record ProcessUp(long nanos, Endpoint process) implements Observation {}

    record ProcessDown(long nanos, Endpoint process) implements Observation {}

    record OperationInvoked(long nanos, NodeId client, Invocation invocation)
            implements Observation {}

    record OperationCompleted(long nanos, NodeId client, Invocation invocation, Outcome outcome)
            implements Observation {}
}
