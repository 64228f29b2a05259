package dev.weevil.zyzzyva.memory;

import dev.weevil.engine.wire.Tag;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a replica has promised and accepted: everything that another replica or a client may rely on
 * after a message it has sent.
 *
 * @param view v, which it works in or has left for
 * @param promised nothing is accepted in a view below this one
 * @param entered lv, the last view it entered
 * @param stable s, the number of the checkpoint below the log; {@link KeptState} holds its state
 * @param proof C, what proves the checkpoint
 * @param base B, the base certificate of the view entered
 * @param certificate maxCC, of the view entered
 * @param log what it has accepted above the checkpoint, with the requests themselves
 * @param orders the ORDER-REQs these came with, where there were any: others may lack them (F3, F6)
 * @param confirmed its own last VIEW-CONFIRM
 * @param report its own VIEW-CHANGE, while the view it left for has not formed
 */
@Tag(1)
public record Standpoint(
        long view,
        long promised,
        long entered,
        long stable,
        List<Checkpoint> proof,
        List<ViewConfirm> base,
        Optional<CommitCertificate> certificate,
        List<LoggedItem> log,
        List<OrderRequest> orders,
        Optional<ViewConfirm> confirmed,
        Optional<ViewChange> report)
        implements Memory {

    public Standpoint {
        proof = List.copyOf(proof);
        base = List.copyOf(base);
        Objects.requireNonNull(certificate, "certificate");
        log = List.copyOf(log);
        orders = List.copyOf(orders);
        Objects.requireNonNull(confirmed, "confirmed");
        Objects.requireNonNull(report, "report");
    }

    @Override
    public long sequence() {
        return stable;
    }
}
