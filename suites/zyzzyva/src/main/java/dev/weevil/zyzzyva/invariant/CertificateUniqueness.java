package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.agreement.Position;
import dev.weevil.checker.agreement.PrefixOrder;
import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;
import dev.weevil.zyzzyva.replica.Facts;
import dev.weevil.zyzzyva.settings.Quorums;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * I6: of any two valid commit certificates of one view, one's history is a prefix of the other's;
 * those that correct replicas stored, and those that anybody showed.
 */
record CertificateUniqueness() implements Oracle {

    private record Certified(long view, long number, Digest history) {}

    @Override
    public String name() {
        return "i6-certificate-uniqueness";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Wire wire = reading.wire();
        Map<Long, List<Position<Digest>>> byView = new TreeMap<>();
        Set<Certified> known = new HashSet<>();
        for (Reading.Told told : reading.told(Facts.STORED_CERTIFICATE)) {
            Certified certified = new Certified(
                    told.fact().view(), told.fact().sequence(), told.fact().digest());
            add(certified, told.node() + " stored", known, byView);
        }
        shown(reading, wire).forEach((certified, who) -> add(certified, who, known, byView));
        Tally tally = new Tally();
        Histories histories = reading.histories(wire);
        byView.values()
                .forEach(ofView ->
                        PrefixOrder.check(ofView, histories.lineage(), Digest::brief, tally));
        return tally.verdict(
                "commit certificates", "those of one view certify prefixes of one history");
    }

    private static void add(
            Certified certified,
            String who,
            Set<Certified> known,
            Map<Long, List<Position<Digest>>> byView) {
        if (known.add(certified)) {
            byView.computeIfAbsent(certified.view(), view -> new ArrayList<>())
                    .add(new Position<>(
                            who + " a certificate of number " + certified.number() + " in view "
                                    + certified.view(),
                            certified.number(),
                            certified.history()));
        }
    }

    /** Valid certificates in messages, with who showed each first. */
    private static Map<Certified, String> shown(Reading reading, Wire wire) {
        Statements statements = Statements.of(reading, wire);
        Map<Certified, String> shown = new LinkedHashMap<>();
        for (Wire.Passage passage : wire.arrived()) {
            for (CommitCertificate certificate : certificates(passage.message())) {
                if (valid(
                        certificate,
                        passage.event(),
                        statements,
                        reading.settings().quorums())) {
                    shown.putIfAbsent(
                            new Certified(
                                    certificate.view(),
                                    certificate.sequence(),
                                    certificate.history()),
                            passage.from() + " showed");
                }
            }
        }
        return shown;
    }

    private static List<CommitCertificate> certificates(ZyzzyvaMessage message) {
        if (message instanceof Commit commit) {
            return List.of(commit.certificate());
        }
        if (message instanceof ViewChange change) {
            return change.certificate().stream().toList();
        }
        if (message instanceof NewView proposal) {
            return proposal.changes().stream()
                    .flatMap(change -> change.certificate().stream())
                    .toList();
        }
        return List.of();
    }

    private static boolean valid(
            CommitCertificate certificate, int event, Statements statements, Quorums quorums) {
        Statements.Content content = Statements.response(
                certificate.view(), certificate.sequence(), certificate.history());
        Set<NodeId> signers = new HashSet<>();
        for (Statement statement : certificate.statements()) {
            boolean signed = Statements.of(statement).equals(content)
                    && quorums.isReplica(statement.replica())
                    && statements.mayHaveMade(statement.replica(), content, event);
            if (signed) {
                signers.add(statement.replica());
            }
        }
        return signers.size() >= quorums.strong();
    }
}
