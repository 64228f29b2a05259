package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.settings.Authentication;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.Collection;
import java.util.List;

/** One node's hand and eye: seals what it says, and judges the seals of others (3.1). One thread. */
public final class Seals {

    /** Every sealed record of the family calls its seal so. */
    private static final String SEAL = "seal";

    private final MessageFormat format;
    private final Keyring keys;
    private final ZyzzyvaSettings settings;
    private Record lastSealed;
    private Payload lastCovered;

    public Seals(MessageFormat format, Keyring keys, ZyzzyvaSettings settings) {
        this.format = format;
        this.keys = keys;
        this.settings = settings;
    }

    /** A message is digested and verified, or verified for two claims, one right after the other. */
    @SuppressWarnings("ReferenceEquality") // to compare by content costs as much as it saves
    private Payload covered(Record sealed) {
        if (sealed != lastSealed) {
            lastCovered = format.covered(sealed, SEAL);
            lastSealed = sealed;
        }
        return lastCovered;
    }

    public NodeId self() {
        return keys.owner();
    }

    /** d: the digest of what the client's seal covers (3.3). */
    public Digest digest(Request request) {
        return Digest.of(covered(request));
    }

    /** The owner's signature, in either mode. */
    public Seal signature(Record unsealed) {
        return keys.sign(covered(unsealed));
    }

    /** The owner's MAC for one receiver, in either mode. */
    public Seal code(Record unsealed, NodeId receiver) {
        return keys.authenticate(covered(unsealed), List.of(receiver));
    }

    /** A signature in SIGN mode, a MAC for each receiver in MAC mode. */
    public Seal seal(Record unsealed, Collection<NodeId> receivers) {
        return signing() ? signature(unsealed) : keys.authenticate(covered(unsealed), receivers);
    }

    /** Whether messages are signed wherever the mode decides. */
    public boolean signing() {
        return settings.authentication() == Authentication.SIGN;
    }

    /** Whether the seal convinces the owner: in SIGN mode only a signature does. */
    public boolean proves(NodeId author, Record sealed, Seal seal) {
        return signing() ? signs(author, sealed, seal) : keys.verify(author, covered(sealed), seal);
    }

    /** Whether the seal would convince everybody. */
    public boolean signs(NodeId author, Record sealed, Seal seal) {
        return seal instanceof Seal.Signature
                && keys.verifySignature(author, covered(sealed), seal);
    }

    /** Whether a MAC or signature of the author covers it, whatever the mode. */
    public boolean codes(NodeId author, Record sealed, Seal seal) {
        return keys.verify(author, covered(sealed), seal);
    }

    public boolean proves(Request request) {
        return proves(request.client(), request, request.seal());
    }

    /** Whether the primary of its view gave this order. */
    public boolean proves(OrderRequest order) {
        return order.view() >= 0
                && proves(settings.quorums().primary(order.view()), order, order.seal());
    }

    /** Whether the replica it names signed it. */
    public boolean proves(Statement statement) {
        return settings.quorums().isReplica(statement.replica())
                && signs(statement.replica(), statement, statement.seal());
    }
}
