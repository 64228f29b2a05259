package dev.weevil.engine.network;

import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content of an envelope: a typed message, bytes, or both, converted when somebody asks.
 *
 * <p>The simulator passes typed messages that are never encoded; a live frame that nobody changes is
 * forwarded as the bytes it came in. Used by one thread at a time.
 */
public final class Frame {

    private final Optional<MessageFormat> format;
    private Message message;
    private Payload bytes;
    private Map<String, String> fields;
    private boolean undecodable;

    private Frame(Optional<MessageFormat> format, Message message, Payload bytes) {
        this.format = format;
        this.message = message;
        this.bytes = bytes;
    }

    public static Frame of(Message message, MessageFormat format) {
        return new Frame(Optional.of(format), message, null);
    }

    public static Frame of(Payload bytes, MessageFormat format) {
        return new Frame(Optional.of(format), null, bytes);
    }

    /** Bytes of a link whose messages nobody can read. */
    public static Frame opaque(Payload bytes) {
        return new Frame(Optional.empty(), null, bytes);
    }

    /** What a trace remembers of a frame: neither message nor bytes, but its fields for people. */
    public static Frame remembered(Map<String, String> fields) {
        Frame frame = new Frame(Optional.empty(), null, Payload.EMPTY);
        frame.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        return frame;
    }

    /** The typed message; empty where there is no format or the bytes are malformed. */
    public Optional<Message> message() {
        if (message == null && !undecodable && format.isPresent()) {
            try {
                message = format.get().decode(bytes);
            } catch (Malformed e) {
                undecodable = true;
            }
        }
        return Optional.ofNullable(message);
    }

    public Payload bytes() {
        if (bytes == null) {
            bytes = format.orElseThrow().encode(message);
        }
        return bytes;
    }

    /** The label, its occurrence 0; {@link Label#OPAQUE} where the bytes have none. */
    public Label label() {
        if (message != null) {
            return format.orElseThrow().label(message);
        }
        if (format.isEmpty()) {
            return Label.opaque(0);
        }
        try {
            return format.get().label(bytes);
        } catch (Malformed e) {
            return Label.opaque(0);
        }
    }

    public Optional<MessageFormat> format() {
        return format;
    }

    /** The fields by path for people; for bytes without a shape their number and first few. */
    public Map<String, String> describe() {
        if (fields == null) {
            fields = message()
                    .map(typed -> format.orElseThrow().describe(typed))
                    .orElseGet(() -> Map.of("bytes", bytes().toString()));
        }
        return fields;
    }
}
