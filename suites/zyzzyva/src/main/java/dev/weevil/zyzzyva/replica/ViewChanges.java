package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.settings.Timeouts;
import dev.weevil.zyzzyva.viewchange.ViewChangeCheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leaving a view, and collecting the reports of those who do (9.2 and 9.3, V3 to V8). */
final class ViewChanges {

    private static final Timer T_NEWVIEW = Timer.named("T_NEWVIEW");

    private final Core core;
    private final ViewChangeCheck check;

    /** The newest report of each replica, in order of arrival. */
    private final Map<NodeId, ViewChange> newest = new LinkedHashMap<>();

    private long timed;

    ViewChanges(Core core) {
        this.core = core;
        this.check = new ViewChangeCheck(core.settings, core.seals);
    }

    /** V3: stops all work in lower views and reports where the replica stands. */
    void leaveFor(long view, List<IHateThePrimary> accusations) {
        if (view <= core.views.target()) {
            return;
        }
        core.views.change(view);
        leaveWorkBehind();
        core.out.stop(T_NEWVIEW);
        core.out.observe(Fact.of(Facts.PROMISED, view, core.history.last(), "left"));
        ViewChange own = report(view, accusations);
        core.out.sendOthers(own);
        keep(own);
        look();
    }

    /** Takes up the report of an earlier life of the replica, and waits for the view it was about. */
    void restore(ViewChange own) {
        keep(own);
        expectNewView();
    }

    /** What waited for the view that is over will not come any more. */
    void leaveWorkBehind() {
        core.acceptance.forgetAll();
        core.holes.forgetAll();
        core.vouching.forgetAll();
        core.newViews.abandon();
        core.accusations.forgetBelow(core.views.target() - 1);
    }

    /** V5: describes the last view entered, however many have failed since. */
    private ViewChange report(long view, List<IHateThePrimary> accusations) {
        Optional<CommitCertificate> certificate = core.commitment.reported();
        ViewChange unsealed = new ViewChange(
                view,
                core.views.entered(),
                core.history.stable(),
                core.checkpoints.proof(),
                core.newViews.base(),
                certificate,
                core.commitment.keptLog().orElseGet(this::log),
                accusations,
                core.self,
                Seal.NONE);
        return unsealed.withSeal(core.seals.signature(unsealed));
    }

    private List<LoggedItem> log() {
        return core.history.above(core.history.stable()).stream()
                .map(entry -> new LoggedItem(entry.view(), entry.item()))
                .toList();
    }

    void onViewChange(NodeId sender, ViewChange message) {
        long target = core.views.target();
        boolean late = message.view() < target
                || (message.view() == target && core.views.normal())
                || known(message);
        if (late) {
            return;
        }
        if (message.view() > target + Accusations.MOST_VIEWS) {
            core.out.refuse(sender, message, "far beyond view " + target);
            return;
        }
        Optional<String> complaint = check.complaint(message);
        if (complaint.isPresent()) {
            core.out.refuse(sender, message, complaint.get());
            return;
        }
        keep(message);
        if (message.view() > target) {
            leaveFor(message.view(), message.accusations()); // V4
        } else {
            look();
        }
    }

    /** One report of each replica counts; another of the same view is not worth checking. */
    private boolean known(ViewChange message) {
        ViewChange before = newest.get(message.replica());
        return before != null && before.view() >= message.view();
    }

    private void keep(ViewChange message) {
        newest.remove(message.replica());
        newest.put(message.replica(), message);
    }

    /** V6, V7. */
    private void look() {
        long target = core.views.target();
        List<ViewChange> reports = reportsFor(target);
        if (core.views.phase() == Views.Phase.NORMAL || reports.size() < core.quorums.strong()) {
            return;
        }
        expectNewView();
        if (core.isPrimary() && core.views.phase() == Views.Phase.CHANGING) {
            core.newViews.propose(reports.subList(0, core.quorums.strong()));
        }
    }

    /** V7: gives the target so long to form, longer with each view that failed in succession. */
    void expectNewView() {
        if (timed < core.views.target()) {
            timed = core.views.target();
            core.out.start(
                    T_NEWVIEW,
                    Timeouts.doubled(core.settings.timeouts().newView(), core.views.failures()));
        }
    }

    /** The own report first, then the others as they came. */
    private List<ViewChange> reportsFor(long view) {
        List<ViewChange> reports = new ArrayList<>();
        for (ViewChange report : newest.values()) {
            if (report.view() == view) {
                reports.add(report.replica().equals(core.self) ? 0 : reports.size(), report);
            }
        }
        return reports;
    }

    /** Whether the report counts; one that was checked on its own is not checked again. */
    boolean counts(ViewChange report) {
        return report.equals(newest.get(report.replica()))
                || check.complaint(report).isEmpty();
    }

    /** V7: a view that does not form accuses its primary. */
    boolean onTimer(Timer timer) {
        if (!timer.equals(T_NEWVIEW)) {
            return false;
        }
        if (!core.views.normal()) {
            core.accusations.accuse("view " + core.views.target() + " has not formed");
        }
        return true;
    }

    void onEntered() {
        core.out.stop(T_NEWVIEW);
        newest.values().removeIf(report -> report.view() <= core.views.target());
    }

    /** How many things are kept here (I14). */
    int held() {
        return newest.size();
    }

    /** The own report, while it is still of use. */
    Optional<ViewChange> ofTarget() {
        return Optional.ofNullable(newest.get(core.self))
                .filter(report -> report.view() == core.views.target());
    }
}
