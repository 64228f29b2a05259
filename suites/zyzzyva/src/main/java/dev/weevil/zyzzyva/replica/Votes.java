package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.Statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replicas certify numbers among themselves, without a client: checkpoints (G1, G2), what is to be
 * committed before it is executed (12.8), and in MAC mode what a client cannot get certified (M6).
 */
final class Votes {

    private final Core core;

    /** The newest statement of each replica at each number within the window. */
    private final TreeMap<Long, Map<NodeId, Statement>> votes = new TreeMap<>();

    Votes(Core core) {
        this.core = core;
    }

    /** G1: states to all what was accepted at the number, once in a view. */
    void vote(long number) {
        if (own(number).isEmpty()) {
            Statement statement = statement(number);
            core.out.sendOthers(new CheckpointVote(statement));
            keep(statement);
        }
    }

    /** 12.8: whoever voted for a number that is accepted here gets a vote for it. */
    void answer(long number) {
        if (votes.containsKey(number) && core.views.normal() && core.history.holds(number)) {
            vote(number);
        }
    }

    /** Votes once more, and wants to hear the others' votes again. */
    void ask(long number) {
        Statement statement = own(number).orElseGet(() -> statement(number));
        core.out.sendOthers(new CheckpointVote(statement, true));
        keep(statement);
    }

    private Optional<Statement> own(long number) {
        return Optional.ofNullable(votes.getOrDefault(number, Map.of()).get(core.self))
                .filter(statement -> statement.core().view() == core.views.target());
    }

    /** Certificates are signed in either mode. */
    private Statement statement(long number) {
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
        return unsealed.withSeal(core.seals.signature(unsealed));
    }

    void onVote(NodeId sender, CheckpointVote message) {
        Statement statement = message.statement();
        long number = message.sequence();
        if (number <= core.history.stable()) {
            return; // late, and of no use
        }
        if (!votedOn(number) || number > core.window() || message.view() < core.views.target()) {
            core.out.refuse(sender, message, "not of a number voted on in this window and view");
            return;
        }
        Statement known = votes.getOrDefault(number, Map.of()).get(statement.replica());
        if (known != null && known.core().view() >= message.view()) {
            if (message.asks() && known.equals(statement)) {
                answerTo(statement);
            }
            return;
        }
        if (isDisputed(number) && !affordable(sender, message)) {
            return;
        }
        if (!message.asks()
                && core.checkpoints.isCheckpoint(number)
                && core.commitment.covers(number)) {
            return; // own vote sent, certificate made: no need to check one more signature
        }
        if (!core.seals.proves(statement)) {
            core.unproven(sender, message, "not signed by " + statement.replica());
            return;
        }
        keep(statement);
        if (message.asks()) {
            answerTo(statement);
        } else {
            answer(number);
        }
    }

    private boolean votedOn(long number) {
        return isUsual(number) || isDisputed(number);
    }

    /** Whether there is a vote without anybody asking for one. */
    private boolean isUsual(long number) {
        return core.checkpoints.isCheckpoint(number)
                || core.settings.optimizations().commitOpt();
    }

    /** M6. */
    private boolean isDisputed(long number) {
        return !isUsual(number) && !core.seals.signing();
    }

    /** Nobody can make others sign every number: what was not asked for here must ask. */
    private boolean affordable(NodeId sender, CheckpointVote message) {
        return message.asks()
                ? core.shares.take(sender, Shares.Share.ASKED)
                : own(message.sequence()).isPresent();
    }

    /** An asker has lost votes: it gets this replica's own, which may be among them. */
    private void answerTo(Statement asking) {
        long number = asking.core().sequence();
        if (core.views.worksIn(asking.core().view())
                && core.history.holds(number)
                && core.shares.take(asking.replica(), Shares.Share.ASKED)) {
            Statement statement = own(number).orElseGet(() -> statement(number));
            core.out.send(asking.replica(), new CheckpointVote(statement));
            keep(statement);
        }
    }

    private void keep(Statement statement) {
        votes.computeIfAbsent(statement.core().sequence(), number -> new TreeMap<>())
                .put(statement.replica(), statement);
        judge(statement.core());
    }

    /** What enough replicas say of the number, and whether it is what this one has. */
    private void judge(ResponseCore stated) {
        long number = stated.sequence();
        if (!core.views.worksIn(stated.view()) || core.commitment.covers(number)) {
            return;
        }
        List<Statement> matching = votes.getOrDefault(number, Map.of()).values().stream()
                .filter(statement -> statement.core().samePlace(stated))
                .limit(core.quorums.strong())
                .toList();
        if (!core.history.holds(number)) {
            miss(number, matching);
        } else if (matching.size() == core.quorums.strong()) {
            decide(core.history.entry(number), matching);
        }
    }

    /** One of f+1 is correct and has accepted what is missing here. */
    private void miss(long number, List<Statement> matching) {
        if (matching.size() >= core.quorums.weak() && !core.checkpoints.isCheckpoint(number)) {
            core.holes.missingUpTo(number);
        }
    }

    /** G2; K5 where this replica speculated on another order. */
    private void decide(Entry entry, List<Statement> matching) {
        ResponseCore stated = matching.get(0).core();
        if (entry.item().history().equals(stated.history())) {
            core.commitment.store(new CommitCertificate(
                    stated.view(), stated.sequence(), stated.history(), matching));
        } else {
            core.accusations.accuse("votes contradict our history at " + stated.sequence());
        }
    }

    /** Asks anew, in this view, for what nothing covers yet: checkpoints, and what waits for it. */
    void repeat() {
        for (long n = core.history.stable() + 1; n <= core.history.last(); n++) {
            if (core.checkpoints.isCheckpoint(n)) {
                ask(n);
            }
        }
        askForExecution();
        core.disputes.repeat();
    }

    /** 12.8: votes for the last accepted number let everything before it be executed. */
    void askForExecution() {
        long accepted = core.history.last();
        if (core.execution.last() < accepted && !core.checkpoints.isCheckpoint(accepted)) {
            ask(accepted);
        }
    }

    /** How many things are kept here (I14). */
    int held() {
        return votes.values().stream().mapToInt(Map::size).sum();
    }

    void forgetUpTo(long number) {
        votes.headMap(number, true).clear();
    }
}
