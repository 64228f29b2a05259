package dev.weevil.checker.serializability;

import dev.weevil.checker.serializability.Component.Bundle;

import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The shortest cycle of one kind in a component: breadth first through the product of the component
 * and the automaton of the kind, from every transaction with a link the kind begins with.
 *
 * <p>A closed walk that passes a transaction twice is no cycle. Where no graver kind is in the
 * component the shortest walk never does: either half of it would be a shorter walk or a graver cycle.
 */
final class ShortestCycle {

    /** A point of the product: where the walk is, in which state, and whether it used an order. */
    private record Point(int transaction, int state, boolean ordered) {}

    private final Graph<Integer, Bundle> component;
    private final CyclePattern pattern;
    private final OrderFamily family;
    private final Graph<Point, DefaultEdge> product = new SimpleDirectedGraph<>(DefaultEdge.class);
    private final Deadline deadline;
    private List<Integer> best = List.of();
    private boolean exhausted = true;

    ShortestCycle(
            Graph<Integer, Bundle> component,
            CyclePattern pattern,
            OrderFamily family,
            Deadline deadline) {
        this.component = component;
        this.pattern = pattern;
        this.family = family;
        this.deadline = deadline;
    }

    /** The cycle, not known to be the shortest if the deadline passed. */
    Optional<Cycle> find() {
        multiply();
        for (int start : component.vertexSet()) {
            if (best.size() == 2 || deadline.passed()) {
                exhausted = best.size() == 2;
                break;
            }
            search(start);
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(cycle());
    }

    /** Whether the search ended by itself. */
    boolean exhausted() {
        return exhausted;
    }

    private void multiply() {
        for (Bundle bundle : component.edgeSet()) {
            Link link = Link.of(bundle.types(), family);
            int from = component.getEdgeSource(bundle);
            int to = component.getEdgeTarget(bundle);
            for (int state = 0; state < pattern.states() && !deadline.passed(); state++) {
                int next = pattern.next(state, link);
                if (next != CyclePattern.DEAD) {
                    join(new Point(from, state, false), new Point(to, next, link == Link.ORDER));
                    if (state != CyclePattern.START) {
                        join(new Point(from, state, true), new Point(to, next, true));
                    }
                }
            }
        }
    }

    private void join(Point from, Point to) {
        product.addVertex(from);
        product.addVertex(to);
        if (!from.equals(to)) {
            product.addEdge(from, to);
        }
    }

    private void search(int start) {
        Point source = new Point(start, CyclePattern.START, false);
        boolean ordered = family != OrderFamily.DATA_ONLY;
        Point target = new Point(start, pattern.states() - 1, ordered);
        if (!product.containsVertex(source) || !product.containsVertex(target)) {
            return;
        }
        BreadthFirstIterator<Point, DefaultEdge> points =
                new BreadthFirstIterator<>(product, source);
        while (points.hasNext()) {
            Point point = points.next();
            int depth = points.getDepth(point);
            if (!best.isEmpty() && depth >= best.size()) {
                return;
            }
            if (point.equals(target)) {
                keep(points, target);
                return;
            }
        }
    }

    private void keep(BreadthFirstIterator<Point, DefaultEdge> points, Point target) {
        List<Integer> walk = new ArrayList<>();
        for (Point at = points.getParent(target); at != null; at = points.getParent(at)) {
            walk.add(at.transaction());
        }
        Collections.reverse(walk);
        if (new HashSet<>(walk).size() == walk.size()) {
            best = walk;
        }
    }

    private Cycle cycle() {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            int to = best.get((i + 1) % best.size());
            types.add(component.getEdge(best.get(i), to).types());
        }
        return new Cycle(best, types, family, exhausted);
    }
}
