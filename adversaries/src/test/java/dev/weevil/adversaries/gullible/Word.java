package dev.weevil.adversaries.gullible;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.Tag;

/** What the gullible tell each other. */
public sealed interface Word extends Message permits Word.Ask, Word.Order, Word.Done {

    /** A client asks for a write; for a read where the value is empty. */
    @Tag(1)
    record Ask(long sequence, NodeId client, Payload value) implements Word {}

    /** The primary gives what was asked its place. */
    @Tag(2)
    record Order(long sequence, long asked, NodeId client, Payload value, Seal seal)
            implements Word {

        public Order saying(String other) {
            return new Order(sequence, asked, client, Payload.utf8(other), seal);
        }
    }

    /** A replica has done it; the value is what it holds now. */
    @Tag(3)
    record Done(long sequence, NodeId replica, Payload value, Seal seal) implements Word {

        public Done saying(String other) {
            return new Done(sequence, replica, Payload.utf8(other), seal);
        }
    }
}
