package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.CorrectNodes;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What replicas have signed, without a look at any signature: a correct replica signed just what it
 * sent, and a faulty one may have signed anything.
 */
final class Statements {

    /** What a message states, beside its view: {@code SPEC-RESPONSE}, say, of a history. */
    record Content(String type, long view, long number, List<Digest> digests) {}

    private final CorrectNodes correct;
    private final int replicas;
    private final Map<Content, Map<NodeId, Integer>> made = new HashMap<>();
    private long highestView;

    private Statements(CorrectNodes correct, int replicas) {
        this.correct = correct;
        this.replicas = replicas;
    }

    static Statements of(Reading reading, Wire wire) {
        Statements statements =
                new Statements(reading.correct(), reading.settings().quorums().all());
        for (Wire.Passage passage : wire.sent()) {
            statements.read(passage.event(), passage.from().node(), passage.message());
        }
        return statements;
    }

    private void read(int event, NodeId sender, ZyzzyvaMessage message) {
        if (message instanceof SpeculativeResponse m) {
            made(event, sender, of(m.statement()));
        } else if (message instanceof CheckpointVote m) {
            made(event, sender, of(m.statement()));
        } else if (message instanceof LocalCommit m) {
            made(event, sender, localCommit(m.view(), m.sequence(), m.history()));
        } else if (message instanceof ViewConfirm m) {
            made(event, sender, viewConfirm(m.view(), m.sequence(), m.history()));
        } else if (message instanceof Checkpoint m) {
            made(event, sender, checkpoint(m.view(), m.sequence(), m.state()));
        }
    }

    private void made(int event, NodeId sender, Content content) {
        highestView = Math.max(highestView, correct.has(sender) ? content.view() : 0);
        made.computeIfAbsent(content, fresh -> new HashMap<>()).putIfAbsent(sender, event);
    }

    static Content of(Statement statement) {
        return response(
                statement.core().view(),
                statement.core().sequence(),
                statement.core().history());
    }

    /** SPEC-RESPONSE or CP-VOTE: the replica's history at the number. */
    static Content response(long view, long number, Digest history) {
        return new Content("response", view, number, List.of(history));
    }

    static Content localCommit(long view, long number, Digest history) {
        return new Content("local-commit", view, number, List.of(history));
    }

    static Content viewConfirm(long view, long number, Digest history) {
        return new Content("view-confirm", view, number, List.of(history));
    }

    static Content checkpoint(long view, long number, Digest state) {
        return new Content("checkpoint", view, number, List.of(state));
    }

    /** The highest view of which a correct replica stated anything. */
    long highestView() {
        return highestView;
    }

    /** Whether the replica may have signed this before the event of that place. */
    boolean mayHaveMade(NodeId replica, Content content, int before) {
        Integer event = made.getOrDefault(content, Map.of()).get(replica);
        return !correct.has(replica) || (event != null && event < before);
    }

    /** The replicas that may have signed this before the event of that place. */
    Set<NodeId> signers(Content content, int before) {
        Set<NodeId> signers = new TreeSet<>();
        for (int i = 0; i < replicas; i++) {
            NodeId replica = NodeId.replica(i);
            if (mayHaveMade(replica, content, before)) {
                signers.add(replica);
            }
        }
        return signers;
    }
}
