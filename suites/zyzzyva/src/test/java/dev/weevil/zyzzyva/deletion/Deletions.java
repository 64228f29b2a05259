package dev.weevil.zyzzyva.deletion;

import java.util.List;

/** The rules that can be taken out, each as it stands in the code now. */
final class Deletions {

    static final Deletion K2 = Deletion.of(
            "K2",
            "clients are answered only while working in a view",
            List.of("85/s6"),
            new Edit(
                    "replica/Commitment.java",
                    "if (!core.views.normal() || !core.application",
                    "if (!core.application"),
            new Edit(
                    "replica/Requests.java",
                    "} else if (core.views.normal()) { answerAgain(request);",
                    "} else { answerAgain(request);"));

    static final Deletion V13A = Deletion.of(
            "V13a",
            "the last view's certificate is kept until the next one is entered",
            List.of("85/s7"),
            new Edit(
                    "replica/NewViews.java",
                    "case READY -> { confirm(history);",
                    "case READY -> { core.commitment.onEntered(0); confirm(history);"));

    static final Deletion G4_ONE_VIEW = Deletion.of(
            "G4",
            "the messages that prove a checkpoint are of one view",
            List.of("85/s5"),
            new Edit(
                    "settings/Rules.java",
                    "checkpointsOfOneView() { return !published();",
                    "checkpointsOfOneView() { return false;"));

    static final Deletion G4_QUORUM = Deletion.of(
            "G4 (2f+1)",
            "2f+1 messages, not f+1, make a checkpoint stable",
            List.of("62/repaired"),
            new Edit(
                    "settings/Rules.java",
                    "return published() ? quorums.weak() : quorums.strong();",
                    "return quorums.weak();"));

    static final Deletion BASE = Deletion.of(
            "9.4, base",
            "the base certificate of the newest view covers what that view began with",
            List.of("80/repaired"),
            new Edit(
                    "viewchange/Start.java",
                    "case REPAIRED -> newestView(reports, true);",
                    "case REPAIRED -> newestView(reports, false);"));

    static final Deletion VIEWS_FIRST = Deletion.of(
            "9.4, w",
            "views are compared before numbers",
            List.of("77/repaired", "79/repaired", "82/repaired"),
            new Edit(
                    "viewchange/Start.java",
                    "case REPAIRED -> newestView(reports, true);",
                    "case REPAIRED -> longestCertificateOrBase(reports);"));

    static final Deletion V9 = Deletion.of(
            "V9",
            "what f+1 reports hold is carried over without a certificate",
            List.of("55", "77/repaired"),
            new Edit(
                    "viewchange/InitialHistory.java",
                    "draft.extend(start.witnesses(), quorums.carry());",
                    ""));

    static final Deletion V10 = Deletion.of(
            "V10",
            "backups compute the initial history themselves and compare",
            List.of("49"),
            new Edit(
                    "replica/NewViews.java",
                    "if (history.last() != proposal.last() || !history.digest().equals(proposal.history())) {",
                    "if (false) {"));

    static final Deletion V15 = Deletion.of(
            "V15 (2f+1)",
            "2f+1 VIEW-CONFIRMs, not f+1, make a view",
            List.of("50"),
            new Edit(
                    "settings/Rules.java",
                    "return this == PUBLISHED_SOSP ? quorums.weak() : quorums.strong();",
                    "return quorums.weak();"));

    static final Deletion V12 = Deletion.of(
            "V12",
            "a rollback restores the state and the client table",
            List.of("58", "76/repaired"),
            new Edit(
                    "replica/Reconciliation.java",
                    "core.execution.restore(core.checkpoints.latest(common));",
                    ""));

    static final Deletion V3 = Deletion.of(
            "V3",
            "a view is left when f+1 replicas accuse its primary",
            List.of("33", "46"),
            new Edit(
                    "replica/Accusations.java",
                    "if (ofView.size() >= core.quorums.weak() && accusation.view()",
                    "if (ofView.size() > core.quorums.all() && accusation.view()"));

    static final Deletion V7 = Deletion.of(
            "V7",
            "a view that does not form accuses its primary",
            List.of("47"),
            new Edit(
                    "replica/ViewChanges.java",
                    "if (!core.views.normal()) { core.accusations.accuse(\"view \"",
                    "if (false) { core.accusations.accuse(\"view \""));

    static final Deletion CC_VALID = Deletion.of(
            "4.1, CC",
            "the certificate of a VIEW-CHANGE has 2f+1 good signatures",
            List.of("52"),
            new Edit(
                    "viewchange/ViewChangeCheck.java",
                    "return ofLastView && shown && certificates.valid(certificate);",
                    "return ofLastView && shown;"));

    static final Deletion A5 = Deletion.of(
            "A5",
            "a history that does not follow one's own is refused",
            List.of("37"),
            new Edit(
                    "replica/Acceptance.java",
                    "if (!core.chain.follows(core.history.digest(), item)) {",
                    "if (false) {"));

    static final Deletion A7 = Deletion.of(
            "A7",
            "an old request that is ordered again changes nothing",
            List.of("40"),
            new Edit(
                    "replica/Application.java",
                    "if (request.timestamp() <= table.timestamp(request.client())) { return",
                    "if (false) { return"));

    static final Deletion F2 = Deletion.of(
            "F2",
            "the primary is asked for missing orders",
            List.of("21"),
            new Edit("replica/Holes.java", "ask(List.of(core.primary()), from);", ""));

    static final Deletion Q4 = Deletion.of(
            "Q4",
            "a backup that a client asks tells the primary, and waits",
            List.of("24", "31", "33"),
            new Edit(
                    "replica/Requests.java",
                    "if (mayConfirm) { core.out.send(core.primary(), confirmation(request)); }",
                    ""));

    static final Deletion C3 = Deletion.of(
            "C3",
            "the fast path takes 3f+1 answers, not 2f+1",
            List.of("11", "14", "77/repaired"),
            new Edit(
                    "client/OrderedAttempt.java",
                    "if (best.size() >= quorums.fast()) {",
                    "if (best.size() >= quorums.strong()) {"));

    static final Deletion C6 = Deletion.of(
            "C6",
            "the second phase takes 2f+1 LOCAL-COMMITs",
            List.of("14", "17", "85/s6"),
            new Edit(
                    "client/Answers.java",
                    "if (count >= quorums.strong()) {",
                    "if (count >= quorums.weak()) {"));

    static final Deletion C9 = Deletion.of(
            "C9",
            "a client that waited asks everybody",
            List.of("24", "31"),
            new Edit("client/OrderedAttempt.java", "asking.again(); // C9", ""));

    static final Deletion T4 = Deletion.of(
            "T4",
            "a page of a transferred state is checked against its digest",
            List.of("64"),
            new Edit(
                    "replica/Transfer.java",
                    "&& meta.get().pages().get(message.page()).equals(digest);",
                    ";"));

    static final Deletion M6 = Deletion.of(
            "M6",
            "what a client cannot get agreed on is voted on",
            List.of("35/mac-each-alone"),
            new Edit("replica/Requests.java", "core.disputes.onAskedAgain(request);", ""));

    static final List<Deletion> ALL = List.of(
            K2,
            V13A,
            G4_ONE_VIEW,
            G4_QUORUM,
            BASE,
            VIEWS_FIRST,
            V9,
            V10,
            V15,
            V12,
            V3,
            V7,
            CC_VALID,
            A5,
            A7,
            F2,
            Q4,
            C3,
            C6,
            C9,
            T4,
            M6);

    private Deletions() {}
}
