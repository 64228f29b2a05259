package dev.weevil.reports.run;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.reports.evidence.ReplicaLogs;
import dev.weevil.reports.evidence.Wording;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each replica decided, sequence by sequence; corrupted ones are hatched, not hidden. */
record LogsSection(Findings findings, Html html) {

    private static final int ROWS_BEFORE = 6;
    private static final int MOST_ROWS = 24;

    void write() {
        ReplicaLogs logs = findings.logs();
        if (logs.rows().isEmpty()) {
            return;
        }
        html.in("section#logs", () -> {
            html.leaf("h2", "Replica logs");
            html.leaf("p", inWords(logs));
            List<Long> shown = shown(logs);
            html.in(
                    "div.scroll",
                    () -> html.in("table.logs", () -> {
                        html.in("tr", () -> {
                            html.leaf("th.number", "sequence");
                            logs.replicas().forEach(replica -> heading(replica, logs));
                        });
                        shown.forEach(sequence -> row(sequence, logs));
                    }));
            if (shown.size() < logs.rows().size()) {
                html.leaf(
                        "p.small",
                        "Rows " + shown.get(0) + " to " + shown.get(shown.size() - 1) + " of "
                                + logs.rows().size() + ".");
            }
        });
    }

    private static String inWords(ReplicaLogs logs) {
        Optional<Long> divergence = logs.firstDivergence();
        return divergence
                .map(sequence -> "Correct replicas first differ at sequence " + sequence + ".")
                .orElseGet(() -> "Correct replicas agree on all "
                        + Wording.count(logs.rows().size(), "decided position") + ".");
    }

    /** Around the first divergence, or the end. */
    private static List<Long> shown(ReplicaLogs logs) {
        List<Long> all = List.copyOf(logs.rows().keySet());
        int centre = logs.firstDivergence().map(all::indexOf).orElse(all.size());
        int from = Math.max(0, Math.min(centre - ROWS_BEFORE, all.size() - MOST_ROWS));
        return all.subList(from, Math.min(all.size(), from + MOST_ROWS));
    }

    private void heading(Endpoint replica, ReplicaLogs logs) {
        boolean corrupted = logs.isCorrupted(replica);
        html.leaf(corrupted ? "th.corrupted" : "th", replica + (corrupted ? " (corrupted)" : ""));
    }

    private void row(long sequence, ReplicaLogs logs) {
        boolean divergent = logs.isDivergent(sequence);
        boolean first = logs.firstDivergence().filter(s -> s == sequence).isPresent();
        String usual = usual(logs, sequence);
        html.in(divergent ? "tr.divergent" : "tr", () -> {
            html.leaf("th.number", sequence + (first ? " ◀ first divergence" : ""));
            Map<Endpoint, ReplicaLogs.Entry> entries = logs.rows().get(sequence);
            for (Endpoint replica : logs.replicas()) {
                cell(entries.get(replica), usual, logs.isCorrupted(replica));
            }
        });
    }

    /** The value of the first correct replica that has one: others are compared with it. */
    private static String usual(ReplicaLogs logs, long sequence) {
        return logs.correct(sequence).values().stream()
                .map(ReplicaLogs.Entry::value)
                .findFirst()
                .orElse("");
    }

    private void cell(ReplicaLogs.Entry entry, String usual, boolean corrupted) {
        if (entry == null) {
            html.leaf(corrupted ? "td.corrupted.none" : "td.none", "–");
            return;
        }
        boolean other = !entry.value().equals(usual);
        String tone = (other ? ".other" : ".same") + (corrupted ? ".corrupted" : "");
        String title = "view " + entry.fact().view() + ", " + Wording.time(entry.nanos())
                + (entry.fact().detail().isEmpty() ? "" : ", " + entry.fact().detail());
        html.in("td" + tone, Map.of("title", Visible.of(title)), () -> {
            html.leaf("code", entry.value());
            html.text(other ? " ≠" : "");
        });
    }
}
