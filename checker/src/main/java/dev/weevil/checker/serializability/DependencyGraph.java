package dev.weevil.checker.serializability;

import java.util.Arrays;

/** Dependencies in compressed rows: the edges out of {@code v} lie side by side. Immutable. */
final class DependencyGraph {

    private final int[] rows;
    private final int[] targets;
    private final int[] typesAndNotes;

    private DependencyGraph(int[] rows, int[] targets, int[] typesAndNotes) {
        this.rows = rows;
        this.targets = targets;
        this.typesAndNotes = typesAndNotes;
    }

    static DependencyGraph of(int vertices, Edges edges) {
        int[] rows = new int[vertices + 1];
        for (int e = 0; e < edges.size(); e++) {
            rows[edges.from(e) + 1]++;
        }
        for (int v = 0; v < vertices; v++) {
            rows[v + 1] += rows[v];
        }
        int[] next = Arrays.copyOf(rows, vertices);
        int[] targets = new int[edges.size()];
        int[] typesAndNotes = new int[edges.size()];
        for (int e = 0; e < edges.size(); e++) {
            int place = next[edges.from(e)]++;
            targets[place] = edges.to(e);
            typesAndNotes[place] = edges.typeAndNote(e);
        }
        return new DependencyGraph(rows, targets, typesAndNotes);
    }

    int vertices() {
        return rows.length - 1;
    }

    /** The first edge out of the vertex; the last is before {@code begin(vertex + 1)}. */
    int begin(int vertex) {
        return rows[vertex];
    }

    int target(int edge) {
        return targets[edge];
    }

    byte type(int edge) {
        return (byte) (typesAndNotes[edge] & Edges.ALL);
    }

    /** What the edge is about, or {@link Edges#NO_NOTE}. */
    int note(int edge) {
        return (typesAndNotes[edge] >>> 5) - 1;
    }
}
