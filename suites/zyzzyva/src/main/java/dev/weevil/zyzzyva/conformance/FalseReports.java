package dev.weevil.zyzzyva.conformance;

import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** VIEW-CHANGEs that are not what their senders know: some valid all the same, some not (4.1). */
final class FalseReports {

    private FalseReports() {}

    /** Nothing ever happened in view 0. Valid: who could tell. */
    static ViewChange empty(ViewChange truth) {
        return told(truth, 0, List.of(), Optional.empty(), List.of());
    }

    /** The last view was never entered: all that was accepted was accepted in view 0. Valid. */
    static ViewChange ofViewZero(ViewChange truth) {
        List<LoggedItem> log = truth.log().stream()
                .map(logged -> new LoggedItem(0, logged.item()))
                .toList();
        return told(truth, 0, List.of(), Optional.empty(), log);
    }

    /** The view that was entered last, without what proves with which history. */
    static ViewChange withoutBase(ViewChange truth) {
        return based(truth, List.of());
    }

    /** A base that f+1 replicas confirmed, which is one correct replica. */
    static ViewChange withThinBase(ViewChange truth) {
        return based(truth, truth.base().subList(0, truth.base().size() - 1));
    }

    private static ViewChange based(ViewChange truth, List<ViewConfirm> base) {
        return told(truth, truth.lastView(), base, truth.certificate(), truth.log());
    }

    /** A certificate that one statement too few makes. */
    static ViewChange withThinCertificate(ViewChange truth) {
        return certified(truth, all -> all.subList(0, all.size() - 1));
    }

    /** A certificate in which one replica stands for two. */
    static ViewChange withRepeatedSigner(ViewChange truth) {
        return certified(truth, all -> List.of(all.get(0), all.get(0), all.get(1)));
    }

    private static ViewChange certified(ViewChange truth, UnaryOperator<List<Statement>> forged) {
        Optional<CommitCertificate> certificate = truth.certificate()
                .map(real -> new CommitCertificate(
                        real.view(),
                        real.sequence(),
                        real.history(),
                        forged.apply(real.statements())));
        return told(truth, truth.lastView(), truth.base(), certificate, truth.log());
    }

    /** As if no checkpoint had become stable: the history from its beginning. Valid. */
    static ViewChange withoutCheckpoint(ViewChange truth, List<LoggedItem> wholeLog) {
        return new ViewChange(
                truth.view(),
                truth.lastView(),
                0,
                List.<Checkpoint>of(),
                truth.base(),
                truth.certificate(),
                wholeLog,
                truth.accusations(),
                truth.replica(),
                truth.seal());
    }

    private static ViewChange told(
            ViewChange truth,
            long lastView,
            List<ViewConfirm> base,
            Optional<CommitCertificate> certificate,
            List<LoggedItem> log) {
        return new ViewChange(
                truth.view(),
                lastView,
                truth.stable(),
                truth.checkpoints(),
                base,
                certificate,
                log,
                truth.accusations(),
                truth.replica(),
                truth.seal());
    }
}
