package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a message carries to prove its origin: nothing, a signature that convinces everybody, or one
 * message authentication code (MAC) per intended verifier. Compared by content.
 */
public sealed interface Seal {

    /** No proof at all. */
    Seal NONE = new None();

    /** A message that proves nothing. */
    record None() implements Seal {}

    /** A digital signature: transferable. */
    record Signature(Payload value) implements Seal {}

    /** An authenticator: a MAC for each verifier, convincing nobody else. */
    record Macs(SortedMap<NodeId, Payload> values) implements Seal {
        public Macs {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }
}
