package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.Tag;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * VIEW-CHANGE: a replica leaves for a view and reports where it stands (4.1). Always signed.
 *
 * @param view v', the view being started
 * @param lastView lv, the last view the sender entered
 * @param stable s, its stable checkpoint; 0 at the beginning
 * @param checkpoints C, which prove s
 * @param base B, the VIEW-CONFIRM quorum of lv; empty for view 0
 * @param certificate CC, which one depends on the rules followed
 * @param log O, the history from s+1 on, in order, with the requests
 * @param accusations A, f+1 accusations of the primary of view v'-1
 */
@Tag(23)
public record ViewChange(
        long view,
        long lastView,
        long stable,
        List<Checkpoint> checkpoints,
        List<ViewConfirm> base,
        Optional<CommitCertificate> certificate,
        List<LoggedItem> log,
        List<IHateThePrimary> accusations,
        NodeId replica,
        Seal seal)
        implements ZyzzyvaMessage {

    public ViewChange {
        checkpoints = List.copyOf(checkpoints);
        base = List.copyOf(base);
        Objects.requireNonNull(certificate, "certificate");
        log = List.copyOf(log);
        accusations = List.copyOf(accusations);
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(seal, "seal");
    }

    /** The number its log ends with. */
    public long last() {
        return stable + log.size();
    }

    /** The digest of the stable checkpoint's history; {@link Digest#ZERO} at the beginning. */
    public Digest stableHistory() {
        return checkpoints.isEmpty() ? Digest.ZERO : checkpoints.get(0).history();
    }

    /** Whether the log has an item of this number. */
    public boolean logs(long number) {
        return number > stable && number - stable <= log.size();
    }

    /**
     * The logged item of this number.
     *
     * @throws IndexOutOfBoundsException unless it {@link #logs} the number
     */
    public LoggedItem logged(long number) {
        return log.get(Math.toIntExact(number - stable - 1));
    }

    /** The digest of the reported history at this number, where the message shows it. */
    public Optional<Digest> historyAt(long number) {
        if (number == stable) {
            return Optional.of(stableHistory());
        }
        return logs(number) ? Optional.of(logged(number).item().history()) : Optional.empty();
    }

    public ViewChange withSeal(Seal other) {
        return new ViewChange(
                view,
                lastView,
                stable,
                checkpoints,
                base,
                certificate,
                log,
                accusations,
                replica,
                other);
    }
}
