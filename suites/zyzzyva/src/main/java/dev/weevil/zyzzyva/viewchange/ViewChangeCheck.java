package dev.weevil.zyzzyva.viewchange;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.proof.Certificates;
import dev.weevil.zyzzyva.proof.CheckpointProof;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a VIEW-CHANGE counts (4.1). One that does not is dropped; it accuses nobody. */
public final class ViewChangeCheck {

    private final ZyzzyvaSettings settings;
    private final Quorums quorums;
    private final Seals seals;
    private final HistoryChain chain;
    private final Certificates certificates;
    private final CheckpointProof checkpoints;

    public ViewChangeCheck(ZyzzyvaSettings settings, Seals seals) {
        this.settings = settings;
        this.quorums = settings.quorums();
        this.seals = seals;
        this.chain = new HistoryChain(settings.historyCoversNd());
        this.certificates = new Certificates(quorums, seals);
        this.checkpoints = new CheckpointProof(settings.rules(), quorums, seals);
    }

    /** What is wrong with it; nothing if it counts. */
    public Optional<String> complaint(ViewChange change) {
        if (!quorums.isReplica(change.replica())
                || change.view() < 1
                || change.lastView() < 0
                || change.lastView() >= change.view()
                || change.stable() < 0
                || change.stable() > Long.MAX_VALUE / 2
                || change.log().size() > settings.sizes().window()) {
            return Optional.of("views or numbers out of range");
        }
        if (!seals.signs(change.replica(), change, change.seal())) {
            return Optional.of("not signed by " + change.replica());
        }
        if (!accused(change)) {
            return Optional.of("not f+1 accusations of view " + (change.view() - 1));
        }
        if (!stable(change)) {
            return Optional.of("checkpoint " + change.stable() + " not proven");
        }
        if (!contiguous(change)) {
            return Optional.of("its history does not follow");
        }
        if (!certified(change)) {
            return Optional.of("its certificate does not hold, or not for its history");
        }
        return based(change) ? Optional.empty() : Optional.of("its base does not hold");
    }

    private boolean accused(ViewChange change) {
        Set<NodeId> accusers = new HashSet<>();
        for (IHateThePrimary accusation : change.accusations()) {
            boolean good = accusation.view() == change.view() - 1
                    && quorums.isReplica(accusation.replica())
                    && seals.signs(accusation.replica(), accusation, accusation.seal());
            if (!good || !accusers.add(accusation.replica())) {
                return false;
            }
        }
        return accusers.size() == quorums.weak();
    }

    private boolean stable(ViewChange change) {
        return change.stable() == 0
                ? change.checkpoints().isEmpty()
                : checkpoints.valid(change.stable(), change.checkpoints());
    }

    private boolean contiguous(ViewChange change) {
        Digest history = change.stableHistory();
        for (LoggedItem logged : change.log()) {
            OrderedItem item = logged.item();
            if (!chain.follows(history, item) || !bodyFits(item)) {
                return false;
            }
            history = item.history();
        }
        return true;
    }

    /** A request must come with its body; the null request of 9.4 has none. */
    private boolean bodyFits(OrderedItem item) {
        if (item.request().equals(Digest.ZERO)) {
            return item.body().isEmpty() && settings.rules() == Rules.PUBLISHED_TR;
        }
        return item.body().isPresent()
                && item.body().get().client().isClient()
                && item.body().get().client().index() < settings.clients()
                && seals.digest(item.body().get()).equals(item.request());
    }

    private boolean certified(ViewChange change) {
        if (change.certificate().isEmpty()) {
            return true;
        }
        CommitCertificate certificate = change.certificate().get();
        boolean ofLastView =
                settings.rules() == Rules.PUBLISHED_TR || certificate.view() == change.lastView();
        boolean shown = certificate.sequence() <= change.stable()
                || change.historyAt(certificate.sequence())
                        .filter(certificate.history()::equals)
                        .isPresent();
        return ofLastView && shown && certificates.valid(certificate);
    }

    private boolean based(ViewChange change) {
        if (settings.rules() == Rules.PUBLISHED_TR) {
            return true;
        }
        if (change.lastView() == 0) {
            return change.base().isEmpty() && after(change, 0);
        }
        return baseValid(change) && baseShown(change);
    }

    private boolean baseValid(ViewChange change) {
        List<ViewConfirm> base = change.base();
        Set<NodeId> replicas = new HashSet<>();
        for (ViewConfirm confirm : base) {
            boolean good = confirm.view() == change.lastView()
                    && confirm.sameBase(base.get(0))
                    && quorums.isReplica(confirm.replica())
                    && seals.signs(confirm.replica(), confirm, confirm.seal());
            if (!good || !replicas.add(confirm.replica())) {
                return false;
            }
        }
        return replicas.size() == settings.rules().confirmQuorum(quorums);
    }

    private boolean baseShown(ViewChange change) {
        ViewConfirm base = change.base().get(0);
        boolean shown = base.sequence() <= change.stable()
                || change.historyAt(base.sequence())
                        .filter(base.history()::equals)
                        .isPresent();
        return shown && after(change, base.sequence());
    }

    /** Every item beyond the base was ordered in the last view. */
    private static boolean after(ViewChange change, long base) {
        for (long n = Math.max(base, change.stable()) + 1; n <= change.last(); n++) {
            if (change.logged(n).view() != change.lastView()) {
                return false;
            }
        }
        return true;
    }
}
