package dev.weevil.engine.run;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a run was last disturbed.
 *
 * @param nanos when something last happened to a message between two correct nodes, or to the process
 *     of one; 0 if nothing ever did
 * @param calmNanos when anything last happened to anything, corrupted nodes included
 * @param down who was down when the run ended
 * @param faultyReplicas how many replicas were corrupted, came back without memory, or stayed down
 */
public record Healing(long nanos, long calmNanos, Set<NodeId> down, int faultyReplicas) {

    public Healing {
        down = Collections.unmodifiableSet(new TreeSet<>(down));
    }

    public static Healing of(Trace trace) {
        Reading reading = new Reading(CorrectNodes.in(trace), crashed(trace));
        trace.events().forEach(reading::read);
        Set<NodeId> faulty = new TreeSet<>(reading.correct.faulty());
        faulty.addAll(reading.down);
        return new Healing(reading.healed, reading.calm, reading.down, (int)
                faulty.stream().filter(NodeId::isReplica).count());
    }

    /** Who was down when the run ended. */
    private static Set<NodeId> crashed(Trace trace) {
        Set<NodeId> down = new TreeSet<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Disturbed disturbed) {
                if (disturbed.disturbance() instanceof Disturbance.Crash crash) {
                    down.add(crash.target().node());
                } else if (disturbed.disturbance() instanceof Disturbance.Restart restart) {
                    down.remove(restart.target().node());
                }
            }
        }
        return down;
    }

    private static final class Reading {

        private final CorrectNodes correct;
        private final Set<NodeId> down;
        private final Map<Long, Envelope> sent = new HashMap<>();
        private long healed;
        private long calm;

        Reading(CorrectNodes correct, Set<NodeId> down) {
            this.correct = correct;
            this.down = down;
        }

        void read(TraceEvent event) {
            if (event instanceof TraceEvent.Sent said) {
                sent.put(said.envelope().id(), said.envelope());
            } else if (event instanceof TraceEvent.Delivered delivered) {
                touched(delivered.nanos(), delivered.envelope(), delivered.touches());
            } else if (event instanceof TraceEvent.Dropped dropped) {
                touched(dropped.nanos(), dropped.envelope(), dropped.touches());
            } else if (event instanceof TraceEvent.Held held) {
                touched(held.nanos(), held.envelope(), held.touches());
            } else if (event instanceof TraceEvent.Disturbed disturbed) {
                calm = disturbed.nanos();
                healed = disturbed.nanos();
            }
        }

        private void touched(long nanos, long envelope, List<Touch> touches) {
            if (touches.stream().noneMatch(touch -> touch.kind().bites())) {
                return;
            }
            calm = nanos;
            Envelope which = sent.get(envelope);
            boolean ofFaulty = which != null
                    && (isFaulty(which.from().node()) || isFaulty(which.to().node()));
            if (!ofFaulty) {
                healed = nanos;
            }
        }

        private boolean isFaulty(NodeId node) {
            return !correct.has(node) || down.contains(node);
        }
    }
}
