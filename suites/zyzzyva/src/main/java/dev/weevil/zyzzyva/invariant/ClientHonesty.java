package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.settings.Quorums;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * I20: a correct client reports a completion only with one of the sets that make one: all matching
 * responses (C3, C7); 2f+1 LOCAL-COMMITs and f+1 equal replies (C6); or 2f+1 matching responses that
 * say their history is committed (C8, 12.5). What a correct replica did not send does not count.
 */
record ClientHonesty() implements Oracle {

    @Override
    public String name() {
        return "i20-client-honesty";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Wire wire = reading.wire();
        Tally tally = new Tally();
        if (wire.whole()) {
            judge(reading, wire, tally);
        }
        return tally.verdict(
                "completions by correct clients (all messages being recorded)",
                "each with a set that makes one");
    }

    private static void judge(Reading reading, Wire wire, Tally tally) {
        Statements statements = Statements.of(reading, wire);
        Map<Endpoint, Answers> answers = new HashMap<>();
        int next = 0;
        for (Completion completion : Completion.in(reading)) {
            while (next < wire.arrived().size()
                    && wire.arrived().get(next).event() < completion.event()) {
                Wire.Passage passage = wire.arrived().get(next++);
                answers.computeIfAbsent(passage.to(), client -> new Answers(statements))
                        .take(passage);
            }
            tally.judged();
            answers.getOrDefault(completion.client(), new Answers(statements))
                    .judge(completion, reading.settings().quorums(), tally);
            answers.remove(completion.client());
        }
    }

    /** What has arrived at one client since its last completion. */
    private static final class Answers {

        private final Statements statements;
        private final List<SpeculativeResponse> responses = new ArrayList<>();
        private final List<LocalCommit> commits = new ArrayList<>();

        Answers(Statements statements) {
            this.statements = statements;
        }

        void take(Wire.Passage passage) {
            if (passage.message() instanceof SpeculativeResponse response
                    && statements.mayHaveMade(
                            response.statement().replica(),
                            Statements.of(response.statement()),
                            passage.event())) {
                responses.add(response);
            } else if (passage.message() instanceof LocalCommit commit
                    && statements.mayHaveMade(
                            commit.replica(),
                            Statements.localCommit(
                                    commit.view(), commit.sequence(), commit.history()),
                            passage.event())) {
                commits.add(commit);
            }
        }

        void judge(Completion completion, Quorums quorums, Tally tally) {
            Map<Digest, Set<NodeId>> alike = new HashMap<>();
            Map<Digest, Set<NodeId>> committed = new HashMap<>();
            for (SpeculativeResponse response : responses) {
                if (isAt(response, completion)) {
                    NodeId replica = response.statement().replica();
                    Digest reply = response.core().reply();
                    alike.computeIfAbsent(reply, r -> new TreeSet<>()).add(replica);
                    if (response.maxCommitted() >= completion.number()) {
                        committed.computeIfAbsent(reply, r -> new TreeSet<>()).add(replica);
                    }
                }
            }
            Set<NodeId> acknowledged = acknowledged(completion);
            int agreeing = agreeing(alike, quorums);
            int covered = agreeing(committed, quorums);
            boolean honest = agreeing >= quorums.fast()
                    || covered >= quorums.strong()
                    || (acknowledged.size() >= quorums.strong() && stated(alike) >= quorums.weak());
            if (!honest) {
                tally.broken(completion.inWords() + " with history "
                        + completion.history().brief() + " (" + completion.how()
                        + "); expected " + quorums.fast() + " matching responses, "
                        + quorums.strong() + " that are committed, or " + quorums.strong()
                        + " LOCAL-COMMITs, found " + agreeing + " matching responses, "
                        + covered + " committed, and LOCAL-COMMITs of " + acknowledged
                        + ".");
            }
        }

        private static boolean isAt(SpeculativeResponse response, Completion completion) {
            return response.core().view() == completion.view()
                    && response.core().sequence() == completion.number()
                    && response.core().history().equals(completion.history())
                    && response.core().client().equals(completion.client().node());
        }

        private Set<NodeId> acknowledged(Completion completion) {
            Set<NodeId> replicas = new TreeSet<>();
            for (LocalCommit commit : commits) {
                if (commit.view() == completion.view()
                        && commit.sequence() == completion.number()
                        && commit.history().equals(completion.history())) {
                    replicas.add(commit.replica());
                }
            }
            return replicas;
        }

        /** With witnesses the order is counted of all, if f+1 of the others state one reply (12.2). */
        private static int agreeing(Map<Digest, Set<NodeId>> byReply, Quorums quorums) {
            if (quorums.witnesses() == 0) {
                return stated(byReply);
            }
            return stated(byReply) < quorums.weak()
                    ? 0
                    : (int) byReply.values().stream()
                            .flatMap(Set::stream)
                            .distinct()
                            .count();
        }

        /** How many state the reply that most state. */
        private static int stated(Map<Digest, Set<NodeId>> byReply) {
            return byReply.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(ResponseCore.NO_REPLY))
                    .mapToInt(entry -> entry.getValue().size())
                    .max()
                    .orElse(0);
        }
    }
}
