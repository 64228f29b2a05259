package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.Set;
import java.util.TreeSet;

/**
 * I16: behind everything a correct replica accepts as certified there are enough distinct replicas
 * that can have signed it: commit certificates, the base of a view, stable checkpoints. Whether
 * they did is read from what correct replicas sent; faulty ones are taken to have signed anything.
 */
record CertificateSoundness() implements Oracle {

    @Override
    public String name() {
        return "i16-certificate-soundness";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Wire wire = reading.wire();
        Tally tally = new Tally();
        if (wire.whole()) {
            Judge judge = new Judge(reading, Statements.of(reading, wire), tally);
            reading.told(Facts.STORED_CERTIFICATE, Facts.ENTERED, Fact.STABLE)
                    .forEach(judge::judge);
        }
        return tally.verdict(
                "certificates accepted by correct replicas (all messages being recorded)",
                "enough distinct replicas signed each");
    }

    private record Judge(Reading reading, Statements statements, Tally tally) {

        void judge(Reading.Told told) {
            Quorums quorums = reading.settings().quorums();
            Rules rules = reading.settings().rules();
            Fact fact = told.fact();
            switch (fact.name()) {
                case Facts.STORED_CERTIFICATE ->
                    require(
                            told,
                            quorums.strong(),
                            signers(
                                    told,
                                    Statements.response(
                                            fact.view(), fact.sequence(), fact.digest())));
                case Facts.ENTERED ->
                    require(
                            told,
                            rules.confirmQuorum(quorums),
                            signers(
                                    told,
                                    Statements.viewConfirm(
                                            fact.view(), fact.sequence(), fact.digest())));
                default -> require(told, rules.checkpointQuorum(quorums), checkpointSigners(told));
            }
        }

        private Set<NodeId> signers(Reading.Told told, Statements.Content content) {
            Set<NodeId> signers = statements.signers(content, told.event());
            NodeId self = told.node().node();
            // What it says itself, it may say in the same step.
            if (statements.mayHaveMade(self, content, Integer.MAX_VALUE)) {
                signers.add(self);
            }
            return signers;
        }

        /** Of the view in which most signed, or of all views where the rules do not ask for one. */
        private Set<NodeId> checkpointSigners(Reading.Told told) {
            Fact fact = told.fact();
            Set<NodeId> best = new TreeSet<>();
            Set<NodeId> all = new TreeSet<>();
            for (long view = 0; view <= statements.highestView(); view++) {
                Set<NodeId> ofView =
                        signers(told, Statements.checkpoint(view, fact.sequence(), fact.digest()));
                ofView.addAll(witnesses(told, view));
                all.addAll(ofView);
                best = ofView.size() > best.size() ? ofView : best;
            }
            return reading.settings().rules().checkpointsOfOneView() ? best : all;
        }

        /** Witnesses sign for no state (12.2). */
        private Set<NodeId> witnesses(Reading.Told told, long view) {
            Set<NodeId> signers =
                    signers(told, Statements.checkpoint(view, told.fact().sequence(), Digest.ZERO));
            signers.removeIf(reading.settings().quorums()::executes);
            return signers;
        }

        private void require(Reading.Told told, int quorum, Set<NodeId> signers) {
            tally.judged();
            if (signers.size() < quorum) {
                Fact fact = told.fact();
                tally.broken(told.node() + " told '" + fact.name() + "' of number "
                        + fact.sequence() + " in view " + fact.view() + ", digest "
                        + fact.digest().brief() + "; expected " + quorum
                        + " replicas that may have signed it, found " + signers + ".");
            }
        }
    }
}
