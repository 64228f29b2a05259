package dev.weevil.checker.serializability;

import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleDirectedGraph;

import java.util.Arrays;

/**
 * One cyclic component as a JGraphT graph over transactions, with one edge for all dependencies between
 * two of them.
 */
final class Component {

    /** The dependencies from one transaction to another, as bits. */
    static final class Bundle {

        private int types;

        int types() {
            return types;
        }
    }

    private final Graph<Integer, Bundle> graph = new SimpleDirectedGraph<>(Bundle.class);

    private Component() {}

    /** The edges of these types among these vertices, which ascend. */
    static Component of(DependencyGraph dependencies, int[] members, int mask) {
        Component component = new Component();
        for (int v : members) {
            component.graph.addVertex(v);
        }
        for (int v : members) {
            for (int e = dependencies.begin(v); e < dependencies.begin(v + 1); e++) {
                int target = dependencies.target(e);
                boolean inside = Arrays.binarySearch(members, target) >= 0;
                if (inside && (dependencies.type(e) & mask) != 0) {
                    component.add(v, target, dependencies.type(e));
                }
            }
        }
        return component;
    }

    private void add(int from, int to, byte type) {
        Bundle bundle = graph.getEdge(from, to);
        if (bundle == null) {
            bundle = graph.addEdge(from, to);
        }
        bundle.types |= type;
    }

    Graph<Integer, Bundle> graph() {
        return graph;
    }
}
