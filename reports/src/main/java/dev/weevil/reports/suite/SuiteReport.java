package dev.weevil.reports.suite;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Result;
import dev.weevil.reports.html.Assets;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of a suite: a row per run, what was expected beside what came, links to their pages. */
public final class SuiteReport {

    private static final String STYLE = Assets.joined(SuiteReport.class, List.of("suite.css"));
    private static final List<String> COLUMNS = List.of(
            "",
            "scenario",
            "mode",
            "seed",
            "f",
            "corrupted",
            "expected",
            "verdict",
            "operations",
            "altered",
            "seconds",
            "why");
    private static final int LONGEST_REASON = 160;

    private final String suite;
    private final List<Result> results;

    private SuiteReport(String suite, List<Result> results) {
        this.suite = suite;
        this.results = List.copyOf(results);
    }

    /** The results in the order they are to stand in; each report is a path relative to the page. */
    public static SuiteReport of(String suite, List<Result> results) {
        return new SuiteReport(suite, results);
    }

    /** Writes the page, in place of any that was there. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, html());
    }

    /** The page as text. */
    public String html() {
        Html html = new Html();
        html.in("html", Map.of("lang", "en"), () -> {
            html.in("head", () -> head(html));
            html.in(
                    "body",
                    () -> html.in("main", () -> {
                        html.in("h1", () -> html.text(Visible.of(suite)));
                        html.leaf("p", sentence());
                        html.in("div", () -> table(html));
                    }));
        });
        return html.toString();
    }

    private void head(Html html) {
        html.empty("meta", Map.of("charset", "utf-8"));
        html.empty(
                "meta",
                Map.of(
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        Assets.policy("", STYLE)));
        html.leaf("title", "Weevil · " + Visible.of(suite));
        html.verbatim("style", Map.of(), STYLE);
    }

    /** How many ended how, in one sentence. */
    String sentence() {
        String counts = results.stream()
                .collect(Collectors.groupingBy(
                        Result::conclusion, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().inWords())
                .collect(Collectors.joining(", "));
        long operations = results.stream()
                .mapToLong(result -> result.evidence().operations())
                .sum();
        return results.size() + " scenarios: " + counts + "; " + operations
                + " operations checked.";
    }

    private void table(Html html) {
        html.in("table", () -> {
            html.in("tr", () -> COLUMNS.forEach(name -> html.leaf("th", name)));
            results.forEach(result -> html.in("tr." + tone(result), () -> row(result, html)));
        });
    }

    private void row(Result result, Html html) {
        html.leaf("td.mark", mark(result));
        html.in("td", () -> name(result, html));
        html.leaf("td", result.run().mode().toString());
        html.leaf("td.number", result.run().seed().toString());
        html.leaf("td.number", Integer.toString(result.evidence().faults()));
        html.leaf("td", corrupted(result));
        html.leaf("td", result.expected() + " (" + result.kind() + ")");
        html.in("td", () -> {
            html.leaf("b", result.verdict().toString());
            html.text(result.evidence().vacuous() ? " ⚠ vacuous" : "");
        });
        html.leaf("td.number", Integer.toString(result.evidence().operations()));
        html.leaf("td.number", Integer.toString(result.evidence().altered()));
        html.leaf("td.number", String.format(Locale.ROOT, "%.1f", result.wall().toMillis() / 1e3));
        html.leaf("td.why", Visible.of(result.why(), LONGEST_REASON));
    }

    private static void name(Result result, Html html) {
        String name = Visible.of(result.run().scenario());
        if (result.report().isEmpty()) {
            html.text(name);
        } else {
            html.in("a", Map.of("href", result.report().get()), () -> html.text(name));
        }
    }

    private static String corrupted(Result result) {
        return result.evidence().corrupted().stream()
                .map(NodeId::toString)
                .collect(Collectors.joining(", "));
    }

    private static String mark(Result result) {
        return switch (result.conclusion()) {
            case HELD -> "✔";
            case SKIPPED -> "–";
            case INCONCLUSIVE -> "?";
            default -> "✖";
        };
    }

    private static String tone(Result result) {
        Conclusion conclusion = result.conclusion();
        return conclusion.name().toLowerCase(Locale.ROOT);
    }
}
