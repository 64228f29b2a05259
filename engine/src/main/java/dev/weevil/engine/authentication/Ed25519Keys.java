package dev.weevil.engine.authentication;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Ed25519 key pairs derived from a seed, and the HMAC keys of {@link HmacKeys} beside them. */
final class Ed25519Keys implements Keys {

    private final Map<NodeId, KeyPair> pairs = new TreeMap<>();
    private final Seed seed;

    Ed25519Keys(Seed seed, Collection<NodeId> nodes) {
        this.seed = seed.named("ed25519 keys");
        for (NodeId node : nodes) {
            pairs.put(node, generate(this.seed.named(node.toString())));
        }
    }

    @Override
    public Keyring of(NodeId owner) {
        KeyPair own = pairs.get(owner);
        if (own == null) {
            throw new IllegalArgumentException(
                    owner + " has no key pair; keys were made for " + pairs.keySet());
        }
        return new Ed25519Keyring(owner, own.getPrivate(), publicKeys(), new HmacKeys.Codes(seed));
    }

    private Map<NodeId, PublicKey> publicKeys() {
        Map<NodeId, PublicKey> keys = new TreeMap<>();
        pairs.forEach((node, pair) -> keys.put(node, pair.getPublic()));
        return keys;
    }

    private static KeyPair generate(Seed seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Reproducible(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Java 17 has Ed25519", e);
        }
    }

    /** A source of key material that gives the same keys for the same seed: a test needs no secrets. */
    private static final class Reproducible extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final Random random;

        Reproducible(Seed seed) {
            this.random = new Random(seed.value());
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }
}
