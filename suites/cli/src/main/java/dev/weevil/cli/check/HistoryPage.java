package dev.weevil.cli.check;

import dev.weevil.checker.file.FileVerdict;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Answer;
import dev.weevil.reports.html.Assets;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The verdicts on several files as one page that loads nothing. */
record HistoryPage(List<FileVerdict> files) {

    private static final String STYLE = Assets.joined(HistoryPage.class, List.of("history.css"));
    private static final int ORDERS_SHOWN = 3;
    private static final int LAST_STEPS = 40;

    void writeTo(Path file) throws IOException {
        Html html = new Html();
        html.in("html", Map.of("lang", "en"), () -> {
            html.in("head", () -> head(html));
            html.in("body", () -> files.forEach(one -> section(one, html)));
        });
        Files.writeString(file, html.toString());
    }

    private static void head(Html html) {
        html.empty("meta", Map.of("charset", "utf-8"));
        html.empty(
                "meta",
                Map.of(
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        Assets.policy("", STYLE)));
        html.leaf("title", "Weevil · histories");
        html.verbatim("style", Map.of(), STYLE);
    }

    private static void section(FileVerdict file, Html html) {
        Verdict verdict = file.verdict();
        String word = Answer.of(verdict.kind()).toString();
        html.in("section", () -> {
            html.leaf("h1." + word, word + ": " + Visible.of(file.file().toString()));
            html.leaf(
                    "p",
                    file.operations() + " operations, " + Visible.of(file.model()) + ", "
                            + file.micros() + " µs; "
                            + Visible.of(String.join("; ", file.rules()), 2_000));
            verdict.explanation().forEach(one -> html.leaf("p.why", Visible.of(one, 2_000)));
            verdict.remarks().forEach(one -> html.leaf("p", "Note: " + Visible.of(one, 2_000)));
            operations("These contradict each other", verdict.counterexample(), html);
            verdict.partials().stream()
                    .limit(ORDERS_SHOWN)
                    .forEach(order -> operations("A legal order goes so far", tail(order), html));
        });
    }

    private static List<Operation> tail(List<Operation> order) {
        return order.subList(Math.max(0, order.size() - LAST_STEPS), order.size());
    }

    private static void operations(String title, List<Operation> operations, Html html) {
        if (operations.isEmpty()) {
            return;
        }
        html.leaf("h2", title);
        html.in("table", () -> {
            html.in("tr", () -> {
                html.leaf("th", "client");
                html.leaf("th", "operation");
                html.leaf("th", "began at event");
                html.leaf("th", "returned at event");
            });
            operations.forEach(one -> html.in("tr", () -> {
                html.leaf("td", Integer.toString(one.process()));
                html.leaf("td", Visible.of(one.toString()));
                html.leaf("td", Long.toString(one.interval().invoked()));
                html.leaf("td", returned(one));
            }));
        });
    }

    private static String returned(Operation operation) {
        return operation.interval().isOpen()
                ? "never"
                : "" + operation.interval().returned();
    }
}
