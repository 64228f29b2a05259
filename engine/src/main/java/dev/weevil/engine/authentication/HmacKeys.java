package dev.weevil.engine.authentication;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under pairwise keys; signatures under the signer's own key. */
final class HmacKeys implements Keys {

    private final Seed seed;

    HmacKeys(Seed seed) {
        this.seed = seed.named("hmac keys");
    }

    @Override
    public Keyring of(NodeId owner) {
        Codes codes = new Codes(seed);
        return new CountingKeyring(
                owner, (signer, content) -> codes.code(signer, signer, content), codes::code);
    }

    /** The keyed hash functions of one keyring: a {@link Mac} serves one thread only. */
    static final class Codes {

        /** The key of what one node says to another. */
        interface Directed {
            byte[] key(NodeId author, NodeId verifier);
        }

        private final Directed keys;
        private final Map<NodeId, Map<NodeId, Mac>> macs = new HashMap<>();

        /** Each pair's key is the digest of its seed: reproducible, and different in each direction. */
        Codes(Seed seed) {
            this((author, verifier) ->
                    derived(seed.named(author.toString()).named(verifier.toString())));
        }

        Codes(Directed keys) {
            this.keys = keys;
        }

        Payload code(NodeId author, NodeId verifier, Payload content) {
            Mac mac = of(author, verifier);
            content.feed(mac);
            return Payload.wrap(mac.doFinal());
        }

        private static byte[] derived(Seed pair) {
            byte[] number =
                    ByteBuffer.allocate(Long.BYTES).putLong(pair.value()).array();
            ByteBuffer key = ByteBuffer.allocate(Digest.LENGTH);
            Digest.of(Payload.wrap(number)).writeTo(key);
            return key.array();
        }

        /** Initialised once: that costs as much as a code over a short message. */
        private Mac of(NodeId author, NodeId verifier) {
            Map<NodeId, Mac> ofAuthor = macs.get(author);
            if (ofAuthor == null) {
                ofAuthor = new HashMap<>();
                macs.put(author, ofAuthor);
            }
            Mac mac = ofAuthor.get(verifier);
            if (mac == null) {
                mac = keyed(author, verifier);
                ofAuthor.put(verifier, mac);
            }
            return mac;
        }

        private Mac keyed(NodeId author, NodeId verifier) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(keys.key(author, verifier), "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new AssertionError("every Java platform has HmacSHA256", e);
            }
        }
    }
}
