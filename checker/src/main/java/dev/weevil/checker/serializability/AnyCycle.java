package dev.weevil.checker.serializability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds a cycle through a given vertex of a component, the shortest through it, in linear time. */
final class AnyCycle {

    private static final int UNSEEN = -1;

    private final DependencyGraph graph;
    private final Components components;
    private final int mask;
    private final int[] edgeInto;
    private final int[] cameFrom;

    AnyCycle(DependencyGraph graph, Components components, int mask) {
        this.graph = graph;
        this.components = components;
        this.mask = mask;
        this.edgeInto = new int[graph.vertices()];
        this.cameFrom = new int[graph.vertices()];
    }

    /** The edges of the cycle in order, from the start back to it. */
    List<Integer> through(int start) {
        Arrays.fill(edgeInto, UNSEEN);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        while (edgeInto[start] == UNSEEN) {
            spread(queue.remove(), queue);
        }
        List<Integer> cycle = new ArrayList<>();
        int vertex = start;
        do {
            cycle.add(edgeInto[vertex]);
            vertex = cameFrom[vertex];
        } while (vertex != start);
        Collections.reverse(cycle);
        return cycle;
    }

    private void spread(int vertex, ArrayDeque<Integer> queue) {
        for (int e = graph.begin(vertex); e < graph.begin(vertex + 1); e++) {
            int target = graph.target(e);
            if ((graph.type(e) & mask) != 0
                    && components.of(target) == components.of(vertex)
                    && edgeInto[target] == UNSEEN) {
                edgeInto[target] = e;
                cameFrom[target] = vertex;
                queue.add(target);
            }
        }
    }
}
