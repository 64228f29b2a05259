package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.List;
import java.util.Optional;

/** A family of messages with every kind of field. */
public sealed interface Sample extends Message {

    /** The format of the family, and keys to seal its messages with. */
    RecordFormat FORMAT = new RecordFormat(Sample.class, 42);

    NodeId R0 = NodeId.replica(0);
    NodeId R1 = NodeId.replica(1);
    Keyring R0_KEYS = Scheme.SYMBOLIC.keys(new Seed(1), List.of(R0, R1)).of(R0);
    Keyring R1_KEYS = Scheme.SYMBOLIC.keys(new Seed(1), List.of(R0, R1)).of(R1);

    /** A part with a seal of its own. */
    record Item(Digest digest, @Outside Optional<Payload> body, Seal seal) {}

    @Tag(1)
    record Order(long view, long sequence, List<Item> items, Seal seal, Seal codes)
            implements Sample {}

    @Tag(2)
    record Hint(long view, int count, boolean urgent, Optional<NodeId> from) implements Sample {}

    static Item item(String body) {
        Payload bytes = Payload.utf8(body);
        Item bare = new Item(Digest.of(bytes), Optional.of(bytes), Seal.NONE);
        return new Item(bare.digest(), bare.body(), R1_KEYS.sign(FORMAT.covered(bare, "seal")));
    }

    /** Signed by r0, with codes for r1, its items signed by r1. */
    static Order order() {
        List<Item> items = List.of(item("a"), item("b"));
        Order bare = new Order(3, 9, items, Seal.NONE, Seal.NONE);
        Order signed =
                new Order(3, 9, items, R0_KEYS.sign(FORMAT.covered(bare, "seal")), Seal.NONE);
        Seal codes = R0_KEYS.authenticate(FORMAT.covered(signed, "codes"), List.of(R1));
        return new Order(3, 9, items, signed.seal(), codes);
    }

    static List<Message> all() {
        return List.of(
                order(),
                new Order(0, 0, List.of(), Seal.NONE, Seal.NONE),
                new Hint(1, -5, true, Optional.of(NodeId.client(3))),
                new Hint(Long.MIN_VALUE, 0, false, Optional.empty()));
    }
}
