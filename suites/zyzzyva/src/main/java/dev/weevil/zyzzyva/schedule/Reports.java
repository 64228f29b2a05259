package dev.weevil.zyzzyva.schedule;

import static dev.weevil.adversaries.schedule.Play.lie;
import static dev.weevil.zyzzyva.schedule.Traffic.reports;

import dev.weevil.adversaries.schedule.Play;
import dev.weevil.adversaries.script.Link;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.viewchange.InitialHistory;

import java.util.List;
import java.util.Optional;

/** Lies in view changes: each is what a correct replica could have reported, but not this one. */
final class Reports {

    private Reports() {}

    /** The liar's reports for a view are {@link #empty}. */
    static Play sawNothing(NodeId liar, long view) {
        return lie(
                ViewChange.class,
                reports(view).and(Link.from(liar)),
                "claims to have seen nothing",
                (report, notes) -> empty(report));
    }

    /** The liar's reports for the view after this one are {@link #forgetful}. */
    static Play forgotView(NodeId liar, long view) {
        return lie(
                ViewChange.class,
                reports(view + 1).and(Link.from(liar)),
                "claims to have seen nothing in view " + view,
                (report, notes) -> forgetful(report));
    }

    /** Of a replica that has entered no view and accepted nothing. */
    static ViewChange empty(ViewChange truth) {
        return ofViewZero(truth, List.of(), Optional.empty());
    }

    /** Of a replica that has entered no view, and accepted and stored just this in view 0. */
    static ViewChange ofViewZero(
            ViewChange truth, List<LoggedItem> log, Optional<CommitCertificate> certificate) {
        return new ViewChange(
                truth.view(),
                0,
                0,
                List.of(),
                List.of(),
                certificate,
                log,
                truth.accusations(),
                truth.replica(),
                truth.seal());
    }

    /** As if the replica had heard nothing since it said so for an earlier view: lv is behind. */
    static ViewChange asBefore(ViewChange truth, ViewChange earlier) {
        return new ViewChange(
                truth.view(),
                earlier.lastView(),
                earlier.stable(),
                earlier.checkpoints(),
                earlier.base(),
                earlier.certificate(),
                earlier.log(),
                truth.accusations(),
                truth.replica(),
                truth.seal());
    }

    /** As if nothing had been ordered in the last view, which began with nothing. */
    static ViewChange forgetful(ViewChange truth) {
        return proving(truth, 0, List.of());
    }

    /** As if nothing had been ordered since a checkpoint for which there is this proof. */
    static ViewChange proving(ViewChange truth, long stable, List<Checkpoint> proof) {
        return new ViewChange(
                truth.view(),
                truth.lastView(),
                stable,
                proof,
                truth.base(),
                Optional.empty(),
                List.of(),
                truth.accusations(),
                truth.replica(),
                truth.seal());
    }

    /** The same reports but for the own one, and what follows from them under these rules. */
    static NewView startedFrom(NewView truth, ViewChange own, Rules rules, Quorums quorums) {
        List<ViewChange> reports = truth.changes().stream()
                .map(report -> report.replica().equals(own.replica()) ? own : report)
                .toList();
        InitialHistory history =
                InitialHistory.compute(rules, quorums, new HistoryChain(true), reports);
        return new NewView(truth.view(), reports, history.last(), history.digest(), truth.seal());
    }
}
