package dev.weevil.zyzzyva.deletion;

import java.util.List;

/** The rules that can be taken out, each as it stands in the code now. */
final class Deletions {

    static final Deletion K2 = Deletion.of(
            "K2",
            "clients are answered only while working in a view",
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
            new Edit(
                    "replica/NewViews.java",
                    "case READY -> { confirm(history);",
                    "case READY -> { core.commitment.onEntered(0); confirm(history);"));

    static final Deletion G4_ONE_VIEW = Deletion.of(
            "G4",
            "the messages that prove a checkpoint are of one view",
            new Edit(
                    "settings/Rules.java",
                    "checkpointsOfOneView() { return !published();",
                    "checkpointsOfOneView() { return false;"));

    static final Deletion G4_QUORUM = Deletion.of(
            "G4 (2f+1)",
            "2f+1 messages, not f+1, make a checkpoint stable",
            new Edit(
                    "settings/Rules.java",
                    "return published() ? quorums.weak() : quorums.strong();",
                    "return quorums.weak();"));

    static final Deletion BASE = Deletion.of(
            "9.4, base",
            "the base certificate of the newest view covers what that view began with",
            new Edit(
                    "viewchange/Start.java",
                    "case REPAIRED -> newestView(reports, true);",
                    "case REPAIRED -> newestView(reports, false);"));

    static final Deletion VIEWS_FIRST = Deletion.of(
            "9.4, w",
            "views are compared before numbers",
            new Edit(
                    "viewchange/Start.java",
                    "case REPAIRED -> newestView(reports, true);",
                    "case REPAIRED -> longestCertificateOrBase(reports);"));

    static final Deletion V9 = Deletion.of(
            "V9",
            "what f+1 reports hold is carried over without a certificate",
            new Edit(
                    "viewchange/InitialHistory.java",
                    "draft.extend(start.witnesses(), quorums.carry());",
                    ""));

    static final List<Deletion> ALL =
            List.of(K2, V13A, G4_ONE_VIEW, G4_QUORUM, BASE, VIEWS_FIRST, V9);

    private Deletions() {}
}
