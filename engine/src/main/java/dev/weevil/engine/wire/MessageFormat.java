package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.MessageCodec;
import dev.weevil.engine.node.Payload;

import java.util.Map;

/** A codec that also knows the fields of its messages. Used by several threads at once. */
public interface MessageFormat extends MessageCodec {

    /**
     * The bytes that the seal of this name covers: every component before it that is not {@link
     * Outside}, under the name of the record and the cluster.
     *
     * @param sealed a message, or a record inside one
     * @throws IllegalArgumentException if the record has no seal of this name
     */
    Payload covered(Record sealed, String seal);

    /**
     * The message with one field changed, its seals as they were.
     *
     * @param path component names joined by dots, {@code core.sequence}; a number picks from a list,
     *     {@code items.0.digest}
     * @throws IllegalArgumentException naming the path, if there is no such field or the value is not
     *     of its type
     */
    Message with(Message message, String path, Object value);

    /**
     * The edited message with new seals of the keyring's owner wherever the owner had sealed the
     * original; the seals of others stay, and no longer verify where what they cover has changed.
     */
    Message resealed(Message original, Message edited, Keyring owner);

    /** Every field by path, in wire order, as text for people. */
    Map<String, String> describe(Message message);
}
