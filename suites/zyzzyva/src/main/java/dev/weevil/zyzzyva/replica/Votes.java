package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replicas certify checkpoint numbers among themselves, without a client (G1, G2). */
final class Votes {

    private final Core core;

    /** The newest statement of each replica at each checkpoint number within the window. */
    private final TreeMap<Long, Map<NodeId, Statement>> votes = new TreeMap<>();

    Votes(Core core) {
        this.core = core;
    }

    /** G1: states what was executed at the number. Certificates are signed in either mode. */
    void vote(long number) {
        Entry entry = core.history.entry(number);
        Optional<Request> body = entry.item().body();
        ResponseCore stated = new ResponseCore(
                core.views.target(),
                number,
                entry.item().history(),
                Digest.ZERO,
                body.isPresent() ? body.get().client() : NodeId.client(0),
                body.isPresent() ? body.get().timestamp() : 0);
        Statement unsealed = new Statement(stated, core.self, Seal.NONE);
        Statement statement = unsealed.withSeal(core.seals.signature(unsealed));
        core.out.sendOthers(new CheckpointVote(statement));
        keep(statement);
    }

    void onVote(NodeId sender, CheckpointVote message) {
        Statement statement = message.statement();
        long number = message.sequence();
        if (number <= core.history.stable()) {
            return; // late, and of no use
        }
        if (!core.checkpoints.isCheckpoint(number)
                || number > core.window()
                || message.view() < core.views.target()) {
            core.out.refuse(sender, message, "not of a checkpoint in this window and view");
            return;
        }
        Statement known = votes.getOrDefault(number, Map.of()).get(statement.replica());
        if (known != null && known.core().view() >= message.view()) {
            return;
        }
        if (!core.seals.proves(statement)) {
            core.unproven(sender, message, "not signed by " + statement.replica());
            return;
        }
        keep(statement);
    }

    private void keep(Statement statement) {
        votes.computeIfAbsent(statement.core().sequence(), number -> new TreeMap<>())
                .put(statement.replica(), statement);
        certify(statement.core().sequence());
    }

    /** G2. */
    private void certify(long number) {
        if (!core.views.normal() || !core.history.holds(number) || core.commitment.covers(number)) {
            return;
        }
        Digest history = core.history.entry(number).item().history();
        List<Statement> matching = new ArrayList<>();
        for (Statement statement : votes.getOrDefault(number, Map.of()).values()) {
            boolean fits = statement.core().view() == core.views.target()
                    && statement.core().history().equals(history);
            if (fits && matching.size() < core.quorums.strong()) {
                matching.add(statement);
            }
        }
        if (matching.size() == core.quorums.strong()) {
            core.commitment.store(
                    new CommitCertificate(core.views.target(), number, history, matching));
        }
    }

    /** Votes anew, in this view, for every checkpoint number that nothing covers yet. */
    void repeat() {
        for (long n = core.history.stable() + 1; n <= core.history.last(); n++) {
            if (core.checkpoints.isCheckpoint(n)) {
                vote(n);
            }
        }
    }

    void forgetUpTo(long number) {
        votes.headMap(number, true).clear();
    }
}
