package dev.weevil.checker.serializability;

import dev.weevil.checker.serializability.Finding.Participant;
import dev.weevil.checker.serializability.Finding.Step;

/** Writes a finding in the DOT language of Graphviz. */
final class Dot {

    private Dot() {}

    static String of(Finding finding) {
        StringBuilder dot = new StringBuilder("digraph \"");
        dot.append(escape(finding.anomaly().label())).append("\" {\n");
        for (Participant participant : finding.transactions()) {
            dot.append("  ").append(participant.name()).append(" [shape=box, label=\"");
            dot.append(escape(participant.name() + " = " + participant.text())).append("\"];\n");
        }
        for (Step step : finding.steps()) {
            dot.append("  ").append(step.from()).append(" -> ").append(step.to());
            dot.append(" [label=\"").append(step.dependency().label()).append("\", tooltip=\"");
            dot.append(escape(step.reason())).append("\"];\n");
        }
        return dot.append("}\n").toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
