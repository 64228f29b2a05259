package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import java.util.List;
import java.util.TreeMap;

/** Length, the client's index, a MAC of 32 bytes, the content. */
record EchoFrame(NodeId author, Payload mac, Payload content) {

    private static final int MAC_BYTES = 32;

    /** Under the owner's MAC for the receiver. The index is the client's, whichever way it travels. */
    static EchoFrame sealed(Keyring keys, NodeId receiver, Payload content) {
        Seal.Macs seal = (Seal.Macs) keys.authenticate(content, List.of(receiver));
        NodeId client = receiver.isClient() ? receiver : keys.owner();
        return new EchoFrame(client, seal.values().get(receiver), content);
    }

    /** What is left of a frame behind its length. */
    static EchoFrame read(ByteBuf frame) {
        NodeId client = NodeId.client(frame.readInt());
        byte[] mac = new byte[MAC_BYTES];
        frame.readBytes(mac);
        byte[] content = new byte[frame.readableBytes()];
        frame.readBytes(content);
        return new EchoFrame(client, Payload.wrap(mac), Payload.wrap(content));
    }

    boolean isFrom(NodeId sender, Keyring keys) {
        TreeMap<NodeId, Payload> values = new TreeMap<>();
        values.put(keys.owner(), mac);
        return keys.verify(sender, content, new Seal.Macs(values));
    }

    ByteBuf write(ByteBufAllocator allocator) {
        int length = Integer.BYTES + MAC_BYTES + content.length();
        return allocator
                .ioBuffer(Integer.BYTES + length)
                .writeInt(length)
                .writeInt(author.index())
                .writeBytes(mac.asByteBuffer())
                .writeBytes(content.asByteBuffer());
    }
}
