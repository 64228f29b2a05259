package dev.weevil.engine.live;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.util.Map;

/** The replicas and clients of one run, whoever wrote them. On the run's thread. */
interface Players extends AutoCloseable {

    /** Opens all ports and starts all processes. */
    void open() throws IOException;

    boolean areReady();

    /** Everybody is ready: clients may be asked for operations. */
    void begin();

    void invoke(NodeId client, Invocation invocation);

    /** Lets it happen; false where there was nothing to do it to. */
    boolean disturb(Disturbance disturbance);

    /** Asks everybody for what they have not yet told, and runs the task when they have. */
    void drain(Runnable drained);

    /** Where everybody really listens, past the proxy. */
    Map<NodeId, Integer> ports();

    /** Ends everything. */
    @Override
    void close() throws IOException;
}
