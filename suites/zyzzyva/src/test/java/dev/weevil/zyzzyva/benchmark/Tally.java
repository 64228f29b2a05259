package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Status;

import java.util.List;

/**
 * Counts what a node does, at no more cost than looking at its effects. What keeps a cluster going but
 * belongs to no request (STATUS, CP-VOTE, CHECKPOINT) is counted apart.
 */
public final class Tally implements Node {

    private final Node node;
    private final Keyring keys;
    private final int interval;
    private long last;
    private long batches;
    private long ordered;
    private long upkeepMacs;
    private long upkeepSignatures;

    /**
     * Counts from now on.
     *
     * @param keys the keyring the node was made with
     * @param interval requests per checkpoint: votes on other numbers are the price of committing
     *     before executing (12.8)
     */
    public Tally(Node node, Keyring keys, int interval) {
        this.node = node;
        this.keys = keys;
        this.interval = interval;
    }

    /**
     * The counts so far.
     *
     * @param ordered requests given a number, by this node as primary
     * @param macs codes made and checked for requests
     * @param signatures made and checked for requests
     * @param upkeepMacs codes made and checked for STATUS
     * @param upkeepSignatures made and checked for checkpoints
     */
    public record Count(
            long batches,
            long ordered,
            long macs,
            long signatures,
            long upkeepMacs,
            long upkeepSignatures) {

        public Count minus(Count before) {
            return new Count(
                    batches - before.batches,
                    ordered - before.ordered,
                    macs - before.macs,
                    signatures - before.signatures,
                    upkeepMacs - before.upkeepMacs,
                    upkeepSignatures - before.upkeepSignatures);
        }
    }

    @Override
    public List<Effect> on(Event event) {
        boolean upkeep = isUpkeep(event);
        Keyring.Spent before = upkeep ? keys.spent() : null;
        List<Effect> effects = node.on(event);
        int own = count(effects);
        if (upkeep) {
            Keyring.Spent after = keys.spent();
            upkeepMacs += after.macs() - before.macs();
            upkeepSignatures += signatures(after) - signatures(before);
        } else {
            upkeepSignatures += own;
        }
        return effects;
    }

    public Count count() {
        Keyring.Spent spent = keys.spent();
        return new Count(
                batches,
                ordered,
                spent.macs() - upkeepMacs,
                signatures(spent) - upkeepSignatures,
                upkeepMacs,
                upkeepSignatures);
    }

    private static long signatures(Keyring.Spent spent) {
        return spent.signed() + spent.verified();
    }

    private boolean isUpkeep(Event event) {
        if (event instanceof Event.Arrived arrived) {
            return arrived.message() instanceof Status
                    || isCheckpointVote(arrived.message())
                    || arrived.message() instanceof Checkpoint;
        }
        return event instanceof Event.TimerFired fired && fired.timer().name().equals("T_STATUS");
    }

    private boolean isCheckpointVote(Message message) {
        return message instanceof CheckpointVote vote && vote.sequence() % interval == 0;
    }

    /** What is sent again has been counted before. */
    private void count(OrderRequest order) {
        if (order.last() > last) {
            last = order.last();
            batches++;
            ordered += order.items().size();
        }
    }

    /** Counts batches, and returns how many messages about checkpoints were signed beside them. */
    private int count(List<Effect> effects) {
        int checkpoints = 0;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                if (send.message() instanceof OrderRequest order) {
                    count(order);
                } else if (isCheckpointVote(send.message())
                        || send.message() instanceof Checkpoint) {
                    checkpoints++;
                }
            }
        }
        return checkpoints;
    }
}
