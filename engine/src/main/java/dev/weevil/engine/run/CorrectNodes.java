package dev.weevil.engine.run;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who kept to its part in a run: every node that the adversary did not own and that never came back
 * without its memory. A node that only crashed was correct as long as it lived.
 *
 * @param faulty everybody else
 */
public record CorrectNodes(Set<NodeId> faulty) {

    public CorrectNodes {
        faulty = Collections.unmodifiableSet(new TreeSet<>(faulty));
    }

    public static CorrectNodes in(Trace trace) {
        Set<NodeId> faulty = new TreeSet<>(trace.header().corrupted());
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Disturbed disturbed
                    && disturbed.disturbance() instanceof Disturbance.Restart restart
                    && !restart.keepsDisk()) {
                faulty.add(restart.target().node());
            }
        }
        return new CorrectNodes(faulty);
    }

    public boolean has(NodeId node) {
        return !faulty.contains(node);
    }
}
