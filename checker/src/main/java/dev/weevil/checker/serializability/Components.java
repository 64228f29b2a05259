package dev.weevil.checker.serializability;

import java.util.Arrays;

/**
 * The strongly connected components of more than one vertex, over edges of some types only. Tarjan's
 * algorithm on arrays, without recursion: the whole graph passes through here, also when nothing is
 * wrong.
 */
final class Components {

    /** In place of a component: the vertex lies on no cycle. */
    static final int ACYCLIC = -1;

    private static final int UNSEEN = 0;

    private final DependencyGraph graph;
    private final int mask;
    private final int[] of;
    private final int[] low;
    private final int[] nextEdge;
    private final int[] path;
    private final int[] stack;
    private int pathLength;
    private int stackSize;
    private int seen;
    private int count;

    private Components(DependencyGraph graph, int mask) {
        this.graph = graph;
        this.mask = mask;
        int vertices = graph.vertices();
        this.of = new int[vertices];
        this.low = new int[vertices];
        this.nextEdge = new int[vertices];
        this.path = new int[vertices];
        this.stack = new int[vertices];
        Arrays.fill(of, ACYCLIC);
    }

    static Components of(DependencyGraph graph, int mask) {
        Components components = new Components(graph, mask);
        for (int v = 0; v < graph.vertices(); v++) {
            if (components.low[v] == UNSEEN) {
                components.explore(v);
            }
        }
        return components;
    }

    int count() {
        return count;
    }

    /** The component of the vertex, from 0, or {@link #ACYCLIC}. */
    int of(int vertex) {
        return of[vertex];
    }

    /** The vertices of each component, ascending. */
    int[][] members() {
        int[] sizes = new int[count];
        for (int component : of) {
            if (component != ACYCLIC) {
                sizes[component]++;
            }
        }
        int[][] members = new int[count][];
        for (int c = 0; c < count; c++) {
            members[c] = new int[sizes[c]];
        }
        for (int v = of.length - 1; v >= 0; v--) {
            if (of[v] != ACYCLIC) {
                members[of[v]][--sizes[of[v]]] = v;
            }
        }
        return members;
    }

    private void explore(int root) {
        enter(root);
        while (pathLength > 0) {
            int v = path[pathLength - 1];
            if (nextEdge[v] == graph.begin(v + 1)) {
                leave(v);
                continue;
            }
            int edge = nextEdge[v]++;
            int target = graph.target(edge);
            if ((graph.type(edge) & mask) == 0) {
                continue;
            }
            if (low[target] == UNSEEN) {
                enter(target);
            } else if (low[target] < low[v]) {
                // Vertices of finished components have the greatest low, so they never count.
                low[v] = low[target];
            }
        }
    }

    private void enter(int v) {
        low[v] = ++seen;
        nextEdge[v] = graph.begin(v);
        // Until v is left, of[v] holds its number: no further array is needed.
        of[v] = seen;
        path[pathLength++] = v;
        stack[stackSize++] = v;
    }

    private void leave(int v) {
        pathLength--;
        if (pathLength > 0) {
            int parent = path[pathLength - 1];
            low[parent] = Math.min(low[parent], low[v]);
        }
        if (low[v] == of[v]) {
            close(v);
        }
    }

    private void close(int root) {
        boolean cyclic = stack[stackSize - 1] != root;
        int member;
        do {
            member = stack[--stackSize];
            of[member] = cyclic ? count : ACYCLIC;
            low[member] = Integer.MAX_VALUE;
        } while (member != root);
        count += cyclic ? 1 : 0;
    }
}
