package dev.weevil.engine.network;

import dev.weevil.engine.node.Endpoint;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fault of a process or its clock, or something the operator of the system does. */
public sealed interface Disturbance {

    /** The process ends at once (SIGKILL); what it had not written is lost. */
    record Crash(Endpoint target) implements Disturbance {}

    /**
     * A crashed process starts again.
     *
     * @param keepsDisk whether it finds what it had persisted
     */
    record Restart(Endpoint target, boolean keepsDisk) implements Disturbance {}

    /** The process stops running but keeps its state and connections (SIGSTOP). */
    record Pause(Endpoint target) implements Disturbance {}

    /** A paused process goes on (SIGCONT). */
    record Resume(Endpoint target) implements Disturbance {}

    /** The node's clock shows this much more from now on. */
    record Skew(Endpoint target, Duration ahead) implements Disturbance {}

    /**
     * An action that only this system knows, such as promoting a replica.
     *
     * @param parameters as the system documents them
     */
    record SystemAction(String name, SortedMap<String, String> parameters) implements Disturbance {
        public SystemAction {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }
}
