package dev.weevil.checker.serializability;

import static dev.weevil.checker.serializability.Anomaly.*;
import static dev.weevil.checker.serializability.Level.*;

import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedAcyclicGraph;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which levels an anomaly refutes: a graph in which an anomaly points to the anomalies it implies and
 * to the weakest levels it refutes, and a level to the stronger levels that fall with it.
 *
 * <p>Where sources differ the graph takes the smaller claim: a level is called refuted only if every
 * reading of it is. A lost update is a cycle of one anti-dependency, since the versions of a key are
 * ordered one way or the other; hence it counts as {@code G-single-item}.
 */
public final class Refutation {

    private static final DirectedAcyclicGraph<Enum<?>, DefaultEdge> GRAPH = graph();

    private Refutation() {}

    /** The levels that cannot hold of a history that shows these anomalies. */
    public static Set<Level> refutedBy(Collection<Anomaly> anomalies) {
        Set<Level> refuted = EnumSet.noneOf(Level.class);
        for (Anomaly anomaly : anomalies) {
            for (Enum<?> reached : GRAPH.getDescendants(anomaly)) {
                if (reached instanceof Level level) {
                    refuted.add(level);
                }
            }
        }
        return refuted;
    }

    /** These anomalies, and all that a history showing them shows by definition. */
    public static Set<Anomaly> implied(Collection<Anomaly> anomalies) {
        Set<Anomaly> implied = EnumSet.noneOf(Anomaly.class);
        implied.addAll(anomalies);
        for (Anomaly anomaly : anomalies) {
            for (Enum<?> reached : GRAPH.getDescendants(anomaly)) {
                if (reached instanceof Anomaly other) {
                    implied.add(other);
                }
            }
        }
        return implied;
    }

    private static DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph() {
        DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph =
                new DirectedAcyclicGraph<>(DefaultEdge.class);
        for (Level level : Level.values()) {
            graph.addVertex(level);
        }
        for (Anomaly anomaly : Anomaly.values()) {
            graph.addVertex(anomaly);
        }
        levels(graph);
        observations(graph);
        cycles(graph);
        sessionCycles(graph);
        realtimeCycles(graph);
        return graph;
    }

    /** From each level to the stronger ones that include it. */
    private static void levels(DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph) {
        link(graph, READ_UNCOMMITTED, READ_COMMITTED, STRONG_SESSION_READ_UNCOMMITTED);
        link(graph, READ_COMMITTED, READ_ATOMIC, CONSISTENT_VIEW, REPEATABLE_READ);
        link(graph, READ_COMMITTED, STRONG_SESSION_READ_COMMITTED);
        link(graph, READ_ATOMIC, PARALLEL_SNAPSHOT_ISOLATION);
        link(graph, CONSISTENT_VIEW, PARALLEL_SNAPSHOT_ISOLATION, STRONG_SESSION_CONSISTENT_VIEW);
        link(graph, PARALLEL_SNAPSHOT_ISOLATION, SNAPSHOT_ISOLATION);
        link(graph, SNAPSHOT_ISOLATION, SERIALIZABLE, STRONG_SESSION_SNAPSHOT_ISOLATION);
        link(graph, REPEATABLE_READ, SERIALIZABLE);
        link(graph, SERIALIZABLE, STRONG_SESSION_SERIALIZABLE);
        link(graph, STRONG_SESSION_READ_UNCOMMITTED, STRONG_SESSION_READ_COMMITTED);
        link(graph, STRONG_SESSION_READ_COMMITTED, STRONG_SESSION_CONSISTENT_VIEW);
        link(graph, STRONG_SESSION_CONSISTENT_VIEW, STRONG_SESSION_SNAPSHOT_ISOLATION);
        link(graph, STRONG_SESSION_SNAPSHOT_ISOLATION, STRONG_SESSION_SERIALIZABLE);
        link(graph, STRONG_SESSION_READ_UNCOMMITTED, STRONG_READ_UNCOMMITTED);
        link(graph, STRONG_SESSION_READ_COMMITTED, STRONG_READ_COMMITTED);
        link(graph, STRONG_SESSION_CONSISTENT_VIEW, STRONG_CONSISTENT_VIEW);
        link(graph, STRONG_SESSION_SNAPSHOT_ISOLATION, STRONG_SNAPSHOT_ISOLATION);
        link(graph, STRONG_SESSION_SERIALIZABLE, STRICT_SERIALIZABLE);
        link(graph, STRONG_READ_UNCOMMITTED, STRONG_READ_COMMITTED);
        link(graph, STRONG_READ_COMMITTED, STRONG_CONSISTENT_VIEW);
        link(graph, STRONG_CONSISTENT_VIEW, STRONG_SNAPSHOT_ISOLATION);
        link(graph, STRONG_SNAPSHOT_ISOLATION, STRICT_SERIALIZABLE);
    }

    private static void observations(DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph) {
        link(graph, UNWRITTEN_READ, READ_UNCOMMITTED);
        link(graph, DUPLICATE_ELEMENTS, READ_UNCOMMITTED);
        link(graph, INCOMPATIBLE_ORDER, READ_COMMITTED);
        link(graph, CYCLIC_VERSIONS, READ_COMMITTED);
        link(graph, INTERNAL, READ_ATOMIC);
        link(graph, FUTURE_READ, READ_ATOMIC);
        link(graph, G1A, READ_COMMITTED);
        link(graph, G1B, READ_COMMITTED);
        link(graph, DIRTY_UPDATE, READ_COMMITTED);
        link(graph, LOST_UPDATE, G_SINGLE_ITEM);
    }

    private static void cycles(DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph) {
        link(graph, G0, READ_UNCOMMITTED);
        link(graph, G1C, READ_COMMITTED);
        link(graph, G_SINGLE_ITEM, G_SINGLE, G_NONADJACENT_ITEM);
        link(graph, G_SINGLE, G_NONADJACENT, CONSISTENT_VIEW);
        link(graph, G_NONADJACENT_ITEM, G_NONADJACENT, G2_ITEM);
        link(graph, G_NONADJACENT, G2, SNAPSHOT_ISOLATION);
        link(graph, G2_ITEM, G2, REPEATABLE_READ);
        link(graph, G2, SERIALIZABLE);
    }

    private static void sessionCycles(DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph) {
        link(graph, G0_PROCESS, STRONG_SESSION_READ_UNCOMMITTED);
        link(graph, G1C_PROCESS, STRONG_SESSION_READ_COMMITTED);
        link(graph, G_SINGLE_ITEM_PROCESS, G_SINGLE_PROCESS, G_NONADJACENT_ITEM_PROCESS);
        link(graph, G_SINGLE_PROCESS, G_NONADJACENT_PROCESS, STRONG_SESSION_CONSISTENT_VIEW);
        link(graph, G_NONADJACENT_ITEM_PROCESS, G_NONADJACENT_PROCESS, G2_ITEM_PROCESS);
        link(graph, G_NONADJACENT_PROCESS, G2_PROCESS, STRONG_SESSION_SNAPSHOT_ISOLATION);
        link(graph, G2_ITEM_PROCESS, G2_PROCESS);
        link(graph, G2_PROCESS, STRONG_SESSION_SERIALIZABLE);
    }

    private static void realtimeCycles(DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph) {
        link(graph, G0_REALTIME, STRONG_READ_UNCOMMITTED);
        link(graph, G1C_REALTIME, STRONG_READ_COMMITTED);
        link(graph, G_SINGLE_ITEM_REALTIME, G_SINGLE_REALTIME, G_NONADJACENT_ITEM_REALTIME);
        link(graph, G_SINGLE_REALTIME, G_NONADJACENT_REALTIME, STRONG_CONSISTENT_VIEW);
        link(graph, G_NONADJACENT_ITEM_REALTIME, G_NONADJACENT_REALTIME, G2_ITEM_REALTIME);
        link(graph, G_NONADJACENT_REALTIME, G2_REALTIME, STRONG_SNAPSHOT_ISOLATION);
        link(graph, G2_ITEM_REALTIME, G2_REALTIME);
        link(graph, G2_REALTIME, STRICT_SERIALIZABLE);
    }

    private static void link(
            DirectedAcyclicGraph<Enum<?>, DefaultEdge> graph, Enum<?> from, Enum<?>... to) {
        for (Enum<?> target : to) {
            graph.addEdge(from, target);
        }
    }
}
