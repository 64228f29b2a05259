package dev.weevil.engine.node;

/** Turns one system's messages into frames and back. Used by several threads at once. */
public interface MessageCodec {

    /** The frame's content, without the length that delimits it on a stream. */
    Payload encode(Message message);

    /**
     * Reads a whole frame.
     *
     * @throws Malformed for anything {@link #encode} cannot have written; no other exception, and no
     *     memory beyond a small multiple of the frame's length, whatever the bytes
     */
    Message decode(Payload frame) throws Malformed;

    /** The label of a typed message, its occurrence 0. */
    Label label(Message message);

    /**
     * The label of a frame, read at fixed places without decoding the rest; its occurrence is 0.
     *
     * @throws Malformed if the frame is too short or of no known type
     */
    Label label(Payload frame) throws Malformed;
}
