package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.Optional;

/** An operation on its way to completion, under one timestamp. */
interface Attempt {

    Timer T_RETRANS = Timer.named("T_RETRANS");

    Invocation invocation();

    void begin();

    boolean concerns(SpeculativeResponse response);

    void onResponse(NodeId sender, SpeculativeResponse response);

    /** A response that came when it was over. */
    void onLateResponse(SpeculativeResponse response);

    boolean concerns(LocalCommit commit);

    void onLocalCommit(NodeId sender, LocalCommit message);

    /**
     * A timer of its own has fired.
     *
     * @throws IllegalArgumentException unless it has such a timer
     */
    void onTimer(Timer timer);

    /** What came of it, when it is over. */
    Optional<Completion> completion();

    /** Whether nothing can come of it any more: the operation needs another attempt. */
    boolean failed();

    void stopTimers();
}
