package dev.weevil.checker.verdict;

import dev.weevil.checker.history.Operation;

import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

import java.util.List;

/** Few operations as a picture: who returned before whom was called. */
public final class Precedence {

    private Precedence() {}

    /**
     * The operations and their order in real time in the DOT language of Graphviz, without arrows that
     * follow from others. Quadratic in the number of operations.
     *
     * @param title a name for the graph
     */
    public static String dot(String title, List<Operation> operations) {
        SimpleDirectedGraph<Integer, DefaultEdge> order = order(operations);
        StringBuilder dot = new StringBuilder("digraph \"" + escape(title) + "\" {\n");
        for (int i = 0; i < operations.size(); i++) {
            dot.append("  o").append(i).append(" [shape=box, label=\"");
            dot.append(escape(operations.get(i).toString())).append("\"];\n");
        }
        for (DefaultEdge edge : order.edgeSet()) {
            dot.append("  o").append(order.getEdgeSource(edge));
            dot.append(" -> o").append(order.getEdgeTarget(edge)).append(";\n");
        }
        return dot.append("}\n").toString();
    }

    private static SimpleDirectedGraph<Integer, DefaultEdge> order(List<Operation> operations) {
        SimpleDirectedGraph<Integer, DefaultEdge> order =
                new SimpleDirectedGraph<>(DefaultEdge.class);
        for (int i = 0; i < operations.size(); i++) {
            order.addVertex(i);
        }
        for (int i = 0; i < operations.size(); i++) {
            for (int j = 0; j < operations.size(); j++) {
                if (operations.get(i).interval().precedes(operations.get(j).interval())) {
                    order.addEdge(i, j);
                }
            }
        }
        TransitiveReduction.INSTANCE.reduce(order);
        return order;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
