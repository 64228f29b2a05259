package dev.weevil.engine.live.control;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.wire.Tag;

/** What a replica's process tells the harness. Text is UTF-8. */
public sealed interface Report extends Message {

    /** First of all: who this is, that it is connected, and the port where it listens. */
    @Tag(1)
    record Ready(NodeId self, int port) implements Report {}

    /** The node said this of itself. */
    @Tag(2)
    record Observed(Payload name, long view, long sequence, Digest digest, Payload detail)
            implements Report {

        public static Observed of(Fact fact) {
            return new Observed(
                    Payload.utf8(fact.name()),
                    fact.view(),
                    fact.sequence(),
                    fact.digest(),
                    Payload.utf8(fact.detail()));
        }

        public Fact fact() {
            return new Fact(name.asUtf8(), view, sequence, digest, detail.asUtf8());
        }
    }

    @Tag(3)
    record Fired(Payload name, long key) implements Report {

        public static Fired of(Timer timer) {
            return new Fired(Payload.utf8(timer.name()), timer.key());
        }

        public Timer timer() {
            return new Timer(name.asUtf8(), key);
        }
    }

    /**
     * Bytes were thrown away before the node saw them.
     *
     * @param times so often; above 1 the reason is that of the last of them
     */
    @Tag(4)
    record Refused(long times, Payload reason) implements Report {}

    /** The process cannot go on. */
    @Tag(5)
    record Broke(Payload complaint) implements Report {}

    /** Everything the node had to say before the order to drain has been said. */
    @Tag(6)
    record Drained() implements Report {}
}
