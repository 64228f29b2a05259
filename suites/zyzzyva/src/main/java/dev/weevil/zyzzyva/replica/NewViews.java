package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.viewchange.InitialHistory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Agreeing on what a view begins with, and entering it (9.5 and 9.6, V10 to V19). Until it is entered,
 * history, certificate and base of the last view stay as they are: they are what the next VIEW-CHANGE
 * reports (V13a).
 */
final class NewViews {

    private final Core core;

    /** The NEW-VIEW of the target, once it has been found right. */
    private Optional<NewView> message = Optional.empty();

    private Optional<InitialHistory> initial = Optional.empty();

    /** V14: the one confirmation of the newest view that got one. */
    private Optional<ViewConfirm> own = Optional.empty();

    private final TreeMap<Long, Map<NodeId, ViewConfirm>> confirms = new TreeMap<>();

    /** B: the base certificate of the view last entered. */
    private List<ViewConfirm> base = List.of();

    NewViews(Core core) {
        this.core = core;
    }

    List<ViewConfirm> base() {
        return base;
    }

    /** The NEW-VIEW of the target, once it has been found right. */
    Optional<NewView> proposal() {
        return message;
    }

    /** The own confirmation of the newest view that got one. */
    Optional<ViewConfirm> own() {
        return own;
    }

    /** The newest view that got an own confirmation. */
    long confirmed() {
        return own.map(ViewConfirm::view).orElse(0L);
    }

    /** Takes up what an earlier life of the replica had; it confirms no second history in a view. */
    void restore(
            Optional<NewView> proposal,
            List<ViewConfirm> certificate,
            Optional<ViewConfirm> confirmed) {
        message = proposal;
        base = List.copyOf(certificate);
        own = confirmed;
        own.filter(confirm -> confirm.view() > core.views.entered()).ifPresent(this::keep);
    }

    private InitialHistory compute(List<ViewChange> reports) {
        return InitialHistory.compute(core.settings.rules(), core.quorums, core.chain, reports);
    }

    /** V6. */
    void propose(List<ViewChange> reports) {
        InitialHistory history = compute(reports);
        NewView unsealed = new NewView(
                core.views.target(), reports, history.last(), history.digest(), Seal.NONE);
        NewView proposal = unsealed.withSeal(core.seals.signature(unsealed));
        core.out.sendOthers(proposal);
        adopt(proposal, history);
    }

    void onNewView(NodeId sender, NewView proposal) {
        long target = core.views.target();
        boolean late = proposal.view() < target
                || (proposal.view() == target && core.views.normal())
                || message.filter(proposal::equals).isPresent();
        if (late) {
            return;
        }
        if (proposal.view() > target + Accusations.MOST_VIEWS || !fromPrimary(proposal)) {
            core.out.refuse(sender, proposal, "not signed by its primary, or far ahead");
            return;
        }
        if (!quorum(proposal)) {
            wrong(sender, proposal, "not 2f+1 valid reports");
            return;
        }
        InitialHistory history = compute(proposal.changes());
        if (history.last() != proposal.last() || !history.digest().equals(proposal.history())) {
            wrong(sender, proposal, "another history follows from its reports");
        } else if (initial.isEmpty() || proposal.view() > target || confirmed(history)) {
            adopt(proposal, history);
        }
    }

    private boolean fromPrimary(NewView proposal) {
        return core.seals.signs(core.quorums.primary(proposal.view()), proposal, proposal.seal());
    }

    private boolean quorum(NewView proposal) {
        Set<NodeId> reporters = new HashSet<>();
        for (ViewChange report : proposal.changes()) {
            boolean good = report.view() == proposal.view()
                    && reporters.add(report.replica())
                    && core.viewChanges.counts(report);
            if (!good) {
                return false;
            }
        }
        return reporters.size() == core.quorums.strong();
    }

    /** V10: it bears the primary's signature, so it is the primary's fault. */
    private void wrong(NodeId sender, NewView proposal, String why) {
        core.out.refuse(sender, proposal, why);
        if (proposal.view() == core.views.target()) {
            core.accusations.accuse("wrong NEW-VIEW: " + why);
        }
    }

    /** V16: whether enough others agree on it, though this replica was shown another. */
    private boolean confirmed(InitialHistory history) {
        return matching(core.views.target(), history.last(), history.digest()).size()
                >= core.settings.rules().confirmQuorum(core.quorums);
    }

    /** V11. */
    private void adopt(NewView proposal, InitialHistory history) {
        boolean unexpected = proposal.view() > core.views.target();
        core.views.confirm(proposal.view());
        if (unexpected) {
            core.viewChanges.leaveWorkBehind();
        }
        message = Optional.of(proposal);
        initial = Optional.of(history);
        core.viewChanges.expectNewView();
        reconcile();
    }

    /** V12, V14: confirms what the replica can bring about, or goes for the state it lacks. */
    void reconcile() {
        if (initial.isEmpty() || core.views.normal()) {
            return;
        }
        InitialHistory history = initial.get();
        switch (core.reconciliation.fit(history)) {
            case MISSING_STATE -> core.transfer.begin(history.proof());
            case CONTRADICTED ->
                core.out.observe(Fact.of(
                        Facts.DIVERGED,
                        core.views.target(),
                        core.history.stable(),
                        "own stable checkpoint contradicts the new view"));
            case READY -> {
                confirm(history);
                look();
            }
        }
    }

    /** At most one per view, never two different (11.4, point 3). */
    private void confirm(InitialHistory history) {
        long view = core.views.target();
        if (own.isPresent() && own.get().view() >= view) {
            return;
        }
        ViewConfirm unsealed =
                new ViewConfirm(view, history.last(), history.digest(), core.self, Seal.NONE);
        ViewConfirm confirm = unsealed.withSeal(core.seals.signature(unsealed));
        own = Optional.of(confirm);
        core.out.observe(Fact.of(Facts.PROMISED, view, history.last(), "confirmed"));
        core.out.sendOthers(confirm);
        keep(confirm);
    }

    void onViewConfirm(NodeId sender, ViewConfirm confirm) {
        long target = core.views.target();
        boolean late = confirm.view() < target
                || (confirm.view() == target && core.views.normal())
                || confirms.getOrDefault(confirm.view(), Map.of()).containsKey(confirm.replica());
        if (late) {
            return;
        }
        if (confirm.view() > target + Accusations.MOST_VIEWS
                || !core.quorums.isReplica(confirm.replica())) {
            core.out.refuse(sender, confirm, "not of a replica, or far beyond view " + target);
            return;
        }
        if (!core.seals.signs(confirm.replica(), confirm, confirm.seal())) {
            core.unproven(sender, confirm, "not signed by " + confirm.replica());
            return;
        }
        keep(confirm);
        look();
    }

    private void keep(ViewConfirm confirm) {
        confirms.computeIfAbsent(confirm.view(), view -> new TreeMap<>())
                .put(confirm.replica(), confirm);
    }

    private List<ViewConfirm> matching(long view, long last, Digest history) {
        return confirms.getOrDefault(view, Map.of()).values().stream()
                .filter(confirm -> confirm.sequence() == last)
                .filter(confirm -> confirm.history().equals(history))
                .toList();
    }

    /** V15. */
    private void look() {
        if (initial.isEmpty()
                || core.views.phase() != Views.Phase.CONFIRMING
                || core.reconciliation.fit(initial.get()) != Reconciliation.Fit.READY) {
            return;
        }
        InitialHistory history = initial.get();
        int quorum = core.settings.rules().confirmQuorum(core.quorums);
        List<ViewConfirm> agreed = matching(core.views.target(), history.last(), history.digest());
        if (agreed.size() >= quorum) {
            base = agreed.subList(0, quorum);
            enter(history);
        }
    }

    private void enter(InitialHistory history) {
        initial = Optional.empty();
        List<Entry> dropped = core.reconciliation.install(history);
        core.views.enter();
        core.out.observe(Facts.ENTERED, core.views.target(), history.last(), history.digest());
        confirms.headMap(core.views.target(), true).clear();
        core.viewChanges.onEntered();
        core.doubts.forgetNumbers();
        core.rotation.onEntered();
        core.ordering.onEntered();
        core.commitment.onEntered(history.last());
        core.checkpoints.announce();
        core.reconciliation.tellClients(); // V17
        core.disputes.onEntered();
        core.requests.onEntered(); // V19
        if (core.isPrimary()) {
            dropped.forEach(entry -> entry.item()
                    .body()
                    .filter(core.doubts::transferable)
                    .ifPresent(core.ordering::onRequest));
        }
        core.acceptance.forgetTaken();
        core.acceptance.resume(); // V18
    }

    /** A view that is left before it formed. */
    void abandon() {
        message = message.filter(proposal -> proposal.view() >= core.views.target());
        initial = Optional.empty();
    }

    /** How many things are kept here (I14). */
    int held() {
        return confirms.values().stream().mapToInt(Map::size).sum();
    }

    /** What lets others enter the view this replica is in, or about to enter. */
    void sendTo(NodeId replica) {
        boolean current = message.filter(m -> m.view() == core.views.target()).isPresent();
        if (current) {
            core.out.send(replica, message.get());
        }
        if (core.views.normal()) {
            base.forEach(confirm -> core.out.send(replica, confirm));
        } else {
            own.filter(confirm -> confirm.view() == core.views.target())
                    .ifPresent(confirm -> core.out.send(replica, confirm));
        }
    }
}
