package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Commit certificates at a replica (6.6, K1 to K6). */
final class Commitment {

    private final Core core;

    /** maxCC, of the view last entered. */
    private Optional<CommitCertificate> highest = Optional.empty();

    /** n0: the view's base certificate covers its whole initial history. */
    private long base;

    /** What the technical report's rule keeps beside it, whatever the view (9.7). */
    private Optional<Kept> kept = Optional.empty();

    /** A certificate and the history it was for. */
    record Kept(CommitCertificate certificate, List<LoggedItem> log) {}

    /** The number up to which decisions have been observed. */
    private long observed;

    /** K4: one COMMIT per client whose number has not been accepted yet. */
    private final TreeMap<NodeId, Commit> early = new TreeMap<>();

    Commitment(Core core) {
        this.core = core;
    }

    /** The number up to which everything is covered (K6). */
    long covered() {
        long certified = highest.isPresent() ? highest.get().sequence() : 0;
        return Math.max(Math.max(certified, base), core.history.stable());
    }

    /** maxCC. */
    Optional<CommitCertificate> highest() {
        return highest;
    }

    /** Takes up what an earlier life of the replica had. */
    void restore(Optional<CommitCertificate> certificate, List<ViewConfirm> baseCertificate) {
        highest = certificate;
        base = baseCertificate.isEmpty() ? 0 : baseCertificate.get(0).sequence();
        observed = covered();
    }

    boolean covers(long number) {
        return number <= covered();
    }

    void onCommit(NodeId sender, Commit message) {
        CommitCertificate certificate = message.certificate();
        if (!core.views.normal() || !core.application.table().knows(message.client())) {
            core.out.refuse(sender, message, "between views, or no such client"); // K2
            return;
        }
        if (certificate.sequence() < 1 || certificate.sequence() > core.window()) {
            core.out.refuse(sender, message, "outside the window up to " + core.window());
            return;
        }
        if (!core.certificates.valid(certificate)) {
            core.out.refuse(sender, message, "not 2f+1 signed statements of one history"); // K1
            return;
        }
        apply(sender, message);
    }

    private void apply(NodeId sender, Commit message) {
        CommitCertificate certificate = message.certificate();
        long number = certificate.sequence();
        if (covers(number)) {
            acknowledge(message); // K2: covered already, by whatever certificate
        } else if (certificate.view() != core.views.target()) {
            core.out.refuse(sender, message, "of another view, and not covered here"); // K2
        } else if (number > core.history.last()) {
            early.put(message.client(), message);
            core.holes.missingUpTo(number); // K4
        } else if (core.history.entry(number).item().history().equals(certificate.history())) {
            store(certificate);
            acknowledge(message);
        } else {
            core.accusations.accuse("certificate contradicts our history at " + number); // K5
        }
    }

    /** K3: the answer names the request at that number, if its history is what was certified. */
    private void acknowledge(Commit message) {
        long number = message.certificate().sequence();
        Digest history = message.certificate().history();
        if (core.history.holds(number)) {
            Entry entry = core.history.entry(number);
            if (entry.item().history().equals(history)) {
                core.responses.localCommit(
                        message.client(), number, entry.item().request(), history);
            } else if (message.view() == core.views.target()) {
                core.accusations.accuse("certificate contradicts our history at " + number); // K5
            }
            return;
        }
        // Collected: the client table still knows the client's last request (15.12).
        core.application
                .table()
                .row(message.client())
                .filter(row -> row.sequence() == number && row.history().equals(history))
                .ifPresent(row -> core.responses.localCommit(
                        message.client(), number, row.request(), history));
    }

    /** Keeps the certificate if it covers more than what is known. */
    void store(CommitCertificate certificate) {
        if (certificate.sequence() <= covered()) {
            return;
        }
        highest = Optional.of(certificate);
        core.out.observe(
                Facts.STORED_CERTIFICATE,
                certificate.view(),
                certificate.sequence(),
                certificate.history());
        observeDecisions();
        core.execution.resume();
        core.checkpoints.announce(); // G3
    }

    /** CC of a VIEW-CHANGE: of the last view, or, under the technical report's rule, the longest. */
    Optional<CommitCertificate> reported() {
        boolean older = kept.isPresent()
                && (highest.isEmpty()
                        || highest.get().sequence() < kept.get().certificate().sequence());
        return older ? kept.map(Kept::certificate) : highest;
    }

    /**
     * O of a VIEW-CHANGE where the reported certificate contradicts the history: the certified branch.
     * Departs from 4.1, which has the history there and no way to tell what was certified.
     */
    Optional<List<LoggedItem>> keptLog() {
        Optional<CommitCertificate> reported = reported();
        boolean fits = reported.isEmpty()
                || core.history
                        .digestAt(reported.get().sequence())
                        .filter(reported.get().history()::equals)
                        .isPresent();
        if (fits) {
            return Optional.empty();
        }
        List<LoggedItem> log = kept.orElseThrow().log();
        int length = Math.toIntExact(reported.get().sequence() - core.history.stable());
        return Optional.of(log.subList(Math.max(0, log.size() - length), log.size()));
    }

    /**
     * V13: the certificate of a view that is over is not one of the next. Only the technical report
     * keeps the longest, even where the new view contradicts it: the second leg of the flaw.
     */
    void keepLongest() {
        Optional<CommitCertificate> longest = reported();
        if (core.settings.rules() == Rules.PUBLISHED_TR && longest.equals(highest)) {
            kept = highest.map(this::keep);
        }
    }

    private Kept keep(CommitCertificate certificate) {
        List<LoggedItem> log = core.history.above(core.history.stable()).stream()
                .filter(entry -> entry.number() <= certificate.sequence())
                .map(entry -> new LoggedItem(entry.view(), entry.item()))
                .toList();
        return new Kept(certificate, log);
    }

    /** V15: everything the view begins with is covered by its base certificate. */
    void onEntered(long last) {
        highest = Optional.empty();
        early.clear();
        base = last;
        observeDecisions();
    }

    /** 8.2: certificates at or below the checkpoint are forgotten. */
    void onStable() {
        long stable = core.history.stable();
        highest = highest.filter(certificate -> certificate.sequence() > stable);
        kept = kept.filter(old -> old.certificate().sequence() > stable);
        observed = Math.max(observed, stable);
    }

    /** What lies above was undone. */
    void onRolledBack(long number) {
        observed = Math.min(observed, number);
    }

    /** One decision for every number that has come to be covered. */
    private void observeDecisions() {
        decideUpTo(covered());
    }

    /** Before a stable checkpoint, which covers it, lets this part of the history go. */
    void decideUpTo(long covered) {
        for (long n = Math.max(observed, core.history.stable()) + 1; n <= covered; n++) {
            Digest history = core.history.entry(n).item().history();
            core.out.observe(Fact.DECIDED, core.views.target(), n, history);
        }
        observed = Math.max(observed, covered);
    }

    /** How many things are kept here (I14). */
    int held() {
        return early.size();
    }

    /** Looks again at certificates that came before what they certify. */
    void resume() {
        if (early.isEmpty()) {
            return;
        }
        for (Commit commit : List.copyOf(early.values())) {
            if (commit.certificate().sequence() <= core.history.last()) {
                early.remove(commit.client());
                apply(commit.client(), commit);
            }
        }
    }
}
