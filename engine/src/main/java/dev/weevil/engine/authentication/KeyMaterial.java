package dev.weevil.engine.authentication;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What one node of a deployment has to keep secret, and what it needs to verify the others: what
 * {@link Scheme} derives from a seed for a test, dealt here from true randomness, each node only its
 * own.
 *
 * @param secret the owner's Ed25519 secret key, 32 bytes
 * @param published every node's Ed25519 public key, 32 bytes each
 * @param shared for each node the owner exchanges MACs with, the key that only the two hold, 32 bytes
 */
public record KeyMaterial(
        NodeId owner,
        Payload secret,
        SortedMap<NodeId, Payload> published,
        SortedMap<NodeId, Payload> shared) {

    /** The length of every key here, in bytes. */
    public static final int LENGTH = 32;

    /** Refuses keys of another length, and an owner without a public key. */
    public KeyMaterial {
        published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
        shared = Collections.unmodifiableSortedMap(new TreeMap<>(shared));
        List<Payload> all = new ArrayList<>(published.values());
        all.addAll(shared.values());
        all.add(secret);
        for (Payload key : all) {
            if (key.length() != LENGTH) {
                throw new IllegalArgumentException(owner + ": expected keys of " + LENGTH
                        + " bytes, found one of " + key.length());
            }
        }
        if (!publicKey(secret).equals(published.get(owner))) {
            throw new IllegalArgumentException(
                    owner + ": expected its public key to belong to its secret key");
        }
    }

    /**
     * Makes fresh keys for a cluster. Clients share none with each other.
     *
     * @param random so many bytes that nobody can guess
     */
    public static List<KeyMaterial> deal(Collection<NodeId> nodes, IntFunction<byte[]> random) {
        Map<NodeId, Payload> secrets = new TreeMap<>();
        Map<NodeId, SortedMap<NodeId, Payload>> shared = new TreeMap<>();
        SortedMap<NodeId, Payload> published = new TreeMap<>();
        for (NodeId node : nodes) {
            Payload secret = Payload.wrap(random.apply(LENGTH));
            secrets.put(node, secret);
            published.put(node, publicKey(secret));
            SortedMap<NodeId, Payload> own = new TreeMap<>();
            shared.forEach((earlier, keys) -> {
                if (node.isReplica() || earlier.isReplica()) {
                    Payload key = Payload.wrap(random.apply(LENGTH));
                    own.put(earlier, key);
                    keys.put(node, key);
                }
            });
            shared.put(node, own);
        }
        return secrets.entrySet().stream()
                .map(each -> new KeyMaterial(
                        each.getKey(), each.getValue(), published, shared.get(each.getKey())))
                .toList();
    }

    private static Payload publicKey(Payload secret) {
        return Payload.wrap(new Ed25519PrivateKeyParameters(secret.toByteArray(), 0)
                .generatePublicKey()
                .getEncoded());
    }

    /** A new keyring with these keys, its counters at zero. */
    public Keyring keyring() {
        Map<NodeId, Ed25519PublicKeyParameters> others = new TreeMap<>();
        published.forEach((node, key) ->
                others.put(node, new Ed25519PublicKeyParameters(key.toByteArray(), 0)));
        return new Ed25519Keyring(
                owner,
                new Ed25519PrivateKeyParameters(secret.toByteArray(), 0),
                others,
                new HmacKeys.Codes(this::directed));
    }

    // A key for each direction: a MAC sent back to its author must not look like an answer.
    private byte[] directed(NodeId author, NodeId verifier) {
        Payload key = shared.getOrDefault(author.equals(owner) ? verifier : author, secret);
        byte[] direction = (author + ">" + verifier).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(key.length() + direction.length)
                .put(key.asByteBuffer())
                .put(direction);
        ByteBuffer digest = ByteBuffer.allocate(Digest.LENGTH);
        Digest.of(Payload.wrap(bytes.array())).writeTo(digest);
        return digest.array();
    }

    /** Whose keys these are; never the keys. */
    @Override
    public String toString() {
        return "keys of " + owner;
    }
}
