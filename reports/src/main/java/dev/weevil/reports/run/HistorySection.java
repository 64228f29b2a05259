package dev.weevil.reports.run;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.reports.evidence.LegalOrder;
import dev.weevil.reports.evidence.TimedOperation;
import dev.weevil.reports.evidence.Wording;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the clients saw, and how far a legal order of it can go. */
record HistorySection(Findings findings, Html html) {

    private static final int MOST_ROWS = 300;
    private static final int MOST_ORDERS = 3;
    private static final int LAST_STEPS = 12;

    void write() {
        html.in("section#history", () -> {
            html.leaf("h2", "History");
            List<TimedOperation> conflict = findings.conflict().operations();
            if (!conflict.isEmpty()) {
                html.leaf("h3", "Operations in conflict");
                operations(conflict, Set.of());
            }
            findings.judgement().verdicts().forEach(this::orders);
            html.leaf("h3", "Operations by their beginning");
            List<TimedOperation> all = findings.history().operations();
            List<TimedOperation> shown = all.size() <= MOST_ROWS ? all : around(all, conflict);
            html.in("details", () -> {
                html.leaf(
                        "summary", shown.size() + " of " + Wording.count(all.size(), "operation"));
                operations(shown, new HashSet<>(conflict));
            });
        });
    }

    private static List<TimedOperation> around(
            List<TimedOperation> all, List<TimedOperation> conflict) {
        int centre = conflict.isEmpty() ? 0 : all.indexOf(conflict.get(0));
        int from = Math.max(0, Math.min(centre - MOST_ROWS / 2, all.size() - MOST_ROWS));
        return all.subList(from, from + MOST_ROWS);
    }

    private void operations(List<TimedOperation> rows, Set<TimedOperation> marked) {
        html.in(
                "div.scroll",
                () -> html.in("table", () -> {
                    html.in(
                            "tr",
                            () -> List.of(
                                            "",
                                            "client",
                                            "operation",
                                            "outcome",
                                            "from",
                                            "to",
                                            "note")
                                    .forEach(name -> html.leaf("th", name)));
                    rows.forEach(operation -> html.in(
                            marked.contains(operation) ? "tr.divergent" : "tr",
                            () -> operation(operation, marked.contains(operation))));
                }));
    }

    private void operation(TimedOperation operation, boolean marked) {
        html.leaf("td", marked ? "✖" : "");
        html.leaf("td", operation.client().toString());
        html.leaf("td", Visible.of(operation.inWords()));
        html.leaf("td", operation.ending());
        html.leaf("td.number", Wording.time(operation.invokedNanos()));
        html.leaf("td.number", Wording.time(operation.returnedNanos()));
        html.leaf("td", Visible.of(operation.outcome().map(end -> end.note()).orElse("")));
    }

    private void orders(String oracle, Verdict verdict) {
        LegalOrder.of(verdict, findings.history()).stream()
                .limit(MOST_ORDERS)
                .forEach(order -> order(oracle, order));
    }

    private void order(String oracle, LegalOrder order) {
        html.leaf("h3", "The longest legal order found, by the " + oracle + " oracle");
        int steps = order.steps().size();
        int skipped = Math.max(0, steps - LAST_STEPS);
        if (skipped > 0) {
            html.leaf("p.small", Wording.count(skipped, "operation") + " before these:");
        }
        html.in(
                "ol.order",
                Map.of("start", Integer.toString(skipped + 1)),
                () -> order.steps()
                        .subList(skipped, steps)
                        .forEach(step -> html.leaf("li", words(step))));
        if (!order.stuck().isEmpty()) {
            html.leaf("p", "None of these can come next, and one of them must:");
            html.in(
                    "ul.order",
                    () -> order.stuck()
                            .forEach(step -> html.leaf("li.illegal", "✖ " + words(step))));
        }
    }

    private static String words(TimedOperation operation) {
        return Visible.of(operation.client() + ": " + operation.inWords());
    }
}
