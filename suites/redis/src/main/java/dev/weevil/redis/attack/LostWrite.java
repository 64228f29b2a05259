package dev.weevil.redis.attack;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a primary forget: holds what it tells its replica, waits for acknowledged writes that the
 * replica therefore does not know, kills the primary and promotes the replica.
 *
 * @param after how many completed operations come before
 * @param writes how many writes are to be lost
 */
public record LostWrite(int after, int writes) implements Attack {

    /** The rules by name. */
    public static final String HOLD = "hold-replication";

    public static final String KILL = "kill-primary";
    public static final String PROMOTE = "promote-replica";

    private static final NodeId PRIMARY = NodeId.replica(0);
    private static final NodeId REPLICA = NodeId.replica(1);

    @Override
    public Set<NodeId> corrupted() {
        return Set.of();
    }

    @Override
    public List<String> rules() {
        return List.of(HOLD, KILL, PROMOTE);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return isReplication(from, to) || (from.isClient() && to.equals(PRIMARY));
    }

    private static boolean isReplication(NodeId from, NodeId to) {
        return from.equals(PRIMARY) && to.equals(REPLICA);
    }

    @Override
    public List<String> describe() {
        return List.of(
                "after " + after + " operations holds everything " + PRIMARY + " tells " + REPLICA,
                "after " + writes + " more acknowledged writes kills " + PRIMARY
                        + "; nothing that clients send reaches it while it dies",
                "then promotes " + REPLICA);
    }

    @Override
    public Adversary begin(Powers powers) {
        return new Course();
    }

    /** How far it has come in one run. */
    private final class Course implements Adversary {

        private final Set<Long> invokedSince = new HashSet<>();
        private int completed;
        private int lost;
        private boolean killed;

        @Override
        public List<Act> on(Observation observation) {
            if (observation instanceof Observation.Sent sent) {
                return List.of(carry(sent.envelope()));
            }
            if (observation instanceof Observation.OperationInvoked invoked && holds()) {
                invokedSince.add(invoked.invocation().id());
            }
            if (observation instanceof Observation.OperationCompleted done) {
                return completed(done);
            }
            if (observation instanceof Observation.ProcessDown down
                    && down.process().equals(Endpoint.of(PRIMARY))) {
                return List.of(new Act.Disturb(PROMOTE, Promotion.of(REPLICA)));
            }
            return List.of();
        }

        private boolean holds() {
            return completed >= after;
        }

        private Act carry(Envelope envelope) {
            boolean replication =
                    isReplication(envelope.from().node(), envelope.to().node());
            if (replication ? holds() : killed) {
                String rule = replication ? HOLD : KILL;
                return new Act.Hold(envelope, List.of(new Touch(rule, Touch.Kind.HELD)));
            }
            return new Act.Deliver(envelope, Duration.ZERO, List.of());
        }

        private List<Act> completed(Observation.OperationCompleted done) {
            completed++;
            // Only what began after the link was held has certainly not passed it.
            boolean write = !done.invocation().function().equals("get")
                    && done.outcome().type() == HistoryEvent.Type.OK;
            if (write && invokedSince.remove(done.invocation().id())) {
                lost++;
            }
            if (lost < writes || killed) {
                return List.of();
            }
            killed = true;
            return List.of(new Act.Disturb(KILL, new Disturbance.Crash(Endpoint.of(PRIMARY))));
        }
    }
}
