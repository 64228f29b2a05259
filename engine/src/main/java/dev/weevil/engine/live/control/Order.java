package dev.weevil.engine.live.control;

import dev.weevil.engine.node.Message;
import dev.weevil.engine.wire.Tag;

/** What the harness tells a replica's process. */
public sealed interface Order extends Message {

    /** The node's life begins. */
    @Tag(1)
    record Begin() implements Order {}

    /** The node's clock shows this much more from now on. */
    @Tag(2)
    record Skew(long aheadNanos) implements Order {}

    /** Answer {@link Report.Drained} behind everything there is to say by now. */
    @Tag(3)
    record Drain() implements Order {}
}
