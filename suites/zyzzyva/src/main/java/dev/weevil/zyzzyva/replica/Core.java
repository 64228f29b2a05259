package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.proof.Certificates;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.proof.StateDigest;
import dev.weevil.zyzzyva.service.KeyValueStore;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.List;
import java.util.stream.IntStream;

/** A replica's state, and its rules by subject: what every rule class may look at and call. */
final class Core {

    final NodeId self;
    final ZyzzyvaSettings settings;
    final Quorums quorums;
    final Seals seals;
    final HistoryChain chain;
    final Certificates certificates;
    final Outbox out;
    final Role role;
    final Views views = new Views();

    History history;
    Application application;

    /** The replica's clock at the event at hand. */
    long nanos;

    final Responses responses;
    final Requests requests;
    final Reads reads;
    final Ordering ordering;
    final Audience audience;
    final Acceptance acceptance;
    final Execution execution;
    final Holes holes;
    final Vouching vouching;
    final Bodies bodies;
    final Commitment commitment;
    final Misbehavior misbehavior;
    final Accusations accusations;
    final Checkpoints checkpoints;
    final Votes votes;
    final ViewChanges viewChanges;
    final NewViews newViews;
    final Reconciliation reconciliation;
    final Transfer transfer;
    final Standing standing;
    final Shares shares;
    final Doubts doubts;
    final Disputes disputes;
    final Rotation rotation;
    final Durability durability;

    Core(MessageFormat format, Keyring keys, ZyzzyvaSettings settings) {
        this.self = keys.owner();
        this.settings = settings;
        this.quorums = settings.quorums();
        this.seals = new Seals(format, keys, settings);
        this.chain = new HistoryChain(settings.historyCoversNd());
        this.certificates = new Certificates(quorums, seals);
        this.out = new Outbox(others(keys.owner(), quorums.all()));
        this.history = new History(0, Digest.ZERO);
        this.role = new Role(quorums.executes(self), StateDigest.by(settings.stateDigest()));
        this.application =
                new Application(role, new KeyValueStore(), new ClientTable(settings.clients()));
        this.responses = new Responses(this);
        this.requests = new Requests(this);
        this.reads = new Reads(this);
        this.ordering = new Ordering(this);
        this.audience = new Audience(this);
        this.acceptance = new Acceptance(this);
        this.execution = new Execution(this);
        this.holes = new Holes(this);
        this.vouching = new Vouching(this);
        this.bodies = new Bodies(this);
        this.commitment = new Commitment(this);
        this.misbehavior = new Misbehavior(this);
        this.accusations = new Accusations(this);
        this.checkpoints = new Checkpoints(this);
        this.votes = new Votes(this);
        this.viewChanges = new ViewChanges(this);
        this.newViews = new NewViews(this);
        this.reconciliation = new Reconciliation(this);
        this.transfer = new Transfer(this);
        this.standing = new Standing(this);
        this.shares = new Shares(this);
        this.doubts = new Doubts(this);
        this.disputes = new Disputes(this);
        this.rotation = new Rotation(this);
        this.durability = new Durability(this);
    }

    /** Refuses a message whose own seal is bad, at the expense of the name it came in. */
    void unproven(NodeId sender, Message message, String why) {
        out.refuse(sender, message, why);
        shares.take(sender, Shares.Share.UNPROVEN);
    }

    NodeId primary() {
        return quorums.primary(views.target());
    }

    boolean isPrimary() {
        return primary().equals(self);
    }

    /** The highest number that may be accepted now (8.3). */
    long window() {
        return history.stable() + settings.sizes().window();
    }

    private static List<NodeId> others(NodeId self, int replicas) {
        return IntStream.range(0, replicas)
                .mapToObj(NodeId::replica)
                .filter(replica -> !replica.equals(self))
                .toList();
    }
}
