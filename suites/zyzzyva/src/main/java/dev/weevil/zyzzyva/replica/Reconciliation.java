package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.zyzzyva.viewchange.InitialHistory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Making the own history that of the new view, undoing what does not belong to it (V12). */
final class Reconciliation {

    /** Whether the replica can make its history the new view's. */
    enum Fit {
        READY,
        /** The new view starts behind a checkpoint that this replica does not have. */
        MISSING_STATE,
        /** The own stable checkpoint is not in the new history; it is never undone (T6). */
        CONTRADICTED
    }

    private final Core core;

    Reconciliation(Core core) {
        this.core = core;
    }

    Fit fit(InitialHistory initial) {
        long stable = core.history.stable();
        if (stable > initial.last()) {
            return Fit.READY; // a later checkpoint is proven, and contains it
        }
        if (stable >= initial.floor()) {
            boolean same = initial.digestAt(stable)
                    .filter(core.history.stableDigest()::equals)
                    .isPresent();
            return same ? Fit.READY : Fit.CONTRADICTED;
        }
        boolean through = core.history
                .digestAt(initial.floor())
                .filter(initial.floorDigest()::equals)
                .isPresent();
        return through ? Fit.READY : Fit.MISSING_STATE;
    }

    /**
     * Rolls back to the last common number and executes the rest of the new view's history.
     *
     * @return what was undone and is not part of the new history
     */
    List<Entry> install(InitialHistory initial) {
        core.commitment.keepLongest();
        History old = core.history;
        long executed = core.execution.last();
        long common = common(old, initial);
        List<Entry> undone = old.above(common);
        if (!undone.isEmpty()) {
            rollBack(common);
        }
        adoptKept(old, common, executed);
        for (long n = common + 1; n <= initial.last(); n++) {
            Entry entry = new Entry(n, core.views.target(), initial.item(n), Optional.empty());
            core.history.append(entry);
            core.out.observe(Fact.ACCEPTED, entry.view(), n, entry.item().history());
            core.execution.catchUp(entry);
        }
        return undone;
    }

    private static long common(History history, InitialHistory initial) {
        long common = Math.max(history.stable(), initial.floor());
        while (common < Math.min(history.last(), initial.last())
                && history.entry(common + 1).item().sameOrder(initial.item(common + 1))) {
            common++;
        }
        return Math.min(common, history.last());
    }

    /** Restores state and client table from the latest own state that is not beyond the number. */
    private void rollBack(long common) {
        core.checkpoints.forgetAbove(common);
        if (core.execution.last() > common) {
            core.execution.restore(core.checkpoints.latest(common));
        }
        core.commitment.onRolledBack(common);
        core.out.observe(Fact.of(
                Fact.ROLLED_BACK,
                core.views.target(),
                common,
                "from " + core.history.last() + " by way of the state at "
                        + core.checkpoints.latest(common).number()));
    }

    /**
     * V17: what is kept counts as accepted in the new view.
     *
     * @param executed the last number that was executed before anything was undone
     */
    private void adoptKept(History old, long common, long executed) {
        History adopted = new History(old.stable(), old.stableDigest());
        List<Entry> unexecuted = new ArrayList<>();
        for (Entry entry : old.above(old.stable())) {
            if (entry.number() <= common) {
                Entry kept =
                        new Entry(entry.number(), core.views.target(), entry.item(), entry.order());
                adopted.append(kept);
                if (kept.number() <= executed) {
                    core.execution.again(kept);
                } else {
                    unexecuted.add(kept);
                }
            }
        }
        core.history = adopted;
        unexecuted.forEach(core.execution::catchUp); // the base certificate covers them (12.8)
    }

    /** V17: each client learns once, unasked, where its last request stands in the new view. */
    void tellClients() {
        long stable = core.history.stable();
        for (ClientRow row : core.application.table().filled()) {
            if (row.sequence() > stable) {
                core.responses.speculativeUnasked(row);
            }
        }
    }

    /** Replaces the state by a proven one; what follows it in the history is executed anew. */
    void replace(Savepoint savepoint) {
        long last = core.history.last();
        Digest digest = savepoint.history();
        core.history = core.history.behind(savepoint.number(), digest);
        long executed = core.execution.last();
        core.execution.restore(savepoint);
        core.checkpoints.forgetAbove(savepoint.number());
        for (Entry entry : core.history.above(savepoint.number())) {
            if (entry.number() <= executed) {
                core.execution.again(entry);
                core.checkpoints.remember(entry);
            }
        }
        if (last > core.history.last()) {
            core.commitment.onRolledBack(core.history.last());
            core.out.observe(Fact.of(
                    Fact.ROLLED_BACK,
                    core.views.target(),
                    Math.min(last, savepoint.number() - 1),
                    "the proven state at " + savepoint.number() + " replaces it"));
        }
    }
}
