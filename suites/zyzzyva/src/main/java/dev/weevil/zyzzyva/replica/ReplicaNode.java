package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Body;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.Doubt;
import dev.weevil.zyzzyva.message.FetchBody;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.StateFetch;
import dev.weevil.zyzzyva.message.StateMeta;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.message.Status;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.List;
import java.util.Set;

/** A Zyzzyva replica: hands each event to the rules it is about. */
public final class ReplicaNode implements Node {

    /** What takes time in no proportion to the requests that are served. */
    private static final Set<Class<? extends ZyzzyvaMessage>> OUT_OF_TURN = Set.of(
            FillHole.class,
            ConfirmRequest.class,
            FetchBody.class,
            Body.class,
            ProofOfMisbehavior.class,
            Doubt.class,
            IHateThePrimary.class,
            ViewChange.class,
            NewView.class,
            ViewConfirm.class,
            Status.class,
            StateFetch.class);

    private final Core core;

    /** @param keys the replica's own; their owner is who it is */
    public ReplicaNode(MessageFormat format, Keyring keys, ZyzzyvaSettings settings) {
        this.core = new Core(format, keys, settings);
    }

    @Override
    public List<Effect> on(Event event) {
        core.nanos = event.nanos();
        if (event instanceof Event.Arrived arrived) {
            onMessage(arrived.sender(), arrived.message());
        } else if (event instanceof Event.TimerFired fired) {
            onTimer(fired.timer());
        } else if (event instanceof Event.Started started) {
            core.durability.begin(started.disk());
            core.standing.begin();
            core.rotation.begin();
        } else if (event instanceof Event.Persisted persisted) {
            return core.durability.persisted(persisted.write());
        } else if (event instanceof Event.Invoked) {
            throw new IllegalArgumentException(
                    core.self + " is no client, and was asked to invoke");
        }
        return core.durability.guard(core.out.drain());
    }

    private void onMessage(NodeId sender, Message message) {
        if (message instanceof ZyzzyvaMessage known) {
            if (affordable(sender, known)) {
                dispatch(sender, known);
            }
        } else {
            core.out.refuse(sender, message, "no message of this protocol");
        }
    }

    /** 15.1: whoever asks for too much waits until its next share is due. */
    private boolean affordable(NodeId sender, ZyzzyvaMessage message) {
        return !core.shares.distrusts(sender)
                && (!OUT_OF_TURN.contains(message.getClass())
                        || core.shares.take(sender, Shares.Share.ASKED));
    }

    private void dispatch(NodeId sender, ZyzzyvaMessage message) {
        if (message instanceof Request m) core.requests.onRequest(sender, m);
        else if (message instanceof OrderRequest m) core.acceptance.onOrderRequest(sender, m);
        else if (message instanceof SpeculativeResponse m) notForReplicas(sender, m);
        else if (message instanceof Commit m) core.commitment.onCommit(sender, m);
        else if (message instanceof LocalCommit m) notForReplicas(sender, m);
        else if (message instanceof FillHole m) core.holes.onFillHole(sender, m);
        else if (message instanceof OrderLog m) core.vouching.onOrderLog(sender, m);
        else if (message instanceof Doubt m) core.doubts.onDoubt(sender, m);
        else if (message instanceof ConfirmRequest m) core.requests.onConfirmRequest(sender, m);
        else if (message instanceof FetchBody m) core.bodies.onFetchBody(sender, m);
        else if (message instanceof Body m) core.bodies.onBody(sender, m);
        else if (message instanceof ProofOfMisbehavior m) core.misbehavior.onProof(sender, m);
        else if (message instanceof CheckpointVote m) core.votes.onVote(sender, m);
        else if (message instanceof Checkpoint m) core.checkpoints.onCheckpoint(sender, m);
        else if (message instanceof IHateThePrimary m) core.accusations.onAccusation(sender, m);
        else if (message instanceof ViewChange m) core.viewChanges.onViewChange(sender, m);
        else if (message instanceof NewView m) core.newViews.onNewView(sender, m);
        else if (message instanceof ViewConfirm m) core.newViews.onViewConfirm(sender, m);
        else if (message instanceof Status m) core.standing.onStatus(sender, m);
        else if (message instanceof StateFetch m) core.transfer.onStateFetch(sender, m);
        else if (message instanceof StateMeta m) core.transfer.onStateMeta(sender, m);
        else if (message instanceof StatePage m) core.transfer.onStatePage(sender, m);
        else throw new AssertionError("no rule for " + message.getClass().getSimpleName());
    }

    private void notForReplicas(NodeId sender, Message message) {
        core.out.refuse(sender, message, "meant for a client");
    }

    private void onTimer(Timer timer) {
        boolean known = core.requests.onTimer(timer)
                || core.disputes.onTimer(timer)
                || core.ordering.onTimer(timer)
                || core.holes.onTimer(timer)
                || core.viewChanges.onTimer(timer)
                || core.transfer.onTimer(timer)
                || core.standing.onTimer(timer)
                || core.rotation.onTimer(timer);
        if (!known) {
            throw new IllegalArgumentException(core.self + " has no timer " + timer);
        }
    }
}
