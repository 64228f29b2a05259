package dev.weevil.reports.suite;

import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Result;
import dev.weevil.reports.html.Visible;

import java.util.List;

/** The results in Markdown, for the summary of a step in continuous integration; below 1 MB. */
public final class StepSummary {

    private static final int MOST_CHARACTERS = 900_000;
    private static final int LONGEST_REASON = 300;

    private final String suite;
    private final List<Result> results;

    private StepSummary(String suite, List<Result> results) {
        this.suite = suite;
        this.results = List.copyOf(results);
    }

    public static StepSummary of(String suite, List<Result> results) {
        return new StepSummary(suite, results);
    }

    /** A table, then a section for every run that is not as expected. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("## Weevil: ").append(safe(suite)).append("\n\n");
        out.append(SuiteReport.of(suite, results).sentence()).append("\n\n");
        out.append("| scenario | expected | verdict | operations | altered | seconds | |\n");
        out.append("|---|---|---|--:|--:|--:|---|\n");
        results.forEach(result -> row(result, out));
        for (Result result : results) {
            boolean quiet = result.conclusion() == Conclusion.HELD
                    || result.conclusion() == Conclusion.SKIPPED;
            if (!quiet && out.length() < MOST_CHARACTERS) {
                section(result, out);
            }
        }
        return out.toString();
    }

    private static void row(Result result, StringBuilder out) {
        if (out.length() > MOST_CHARACTERS) {
            return;
        }
        String vacuous = result.evidence().vacuous() ? " (vacuous)" : "";
        out.append(String.join(
                        " | ",
                        "| " + safe(result.run().scenario()) + " ("
                                + result.run().mode() + ")",
                        result.expected().toString(),
                        result.verdict() + vacuous,
                        Integer.toString(result.evidence().operations()),
                        Integer.toString(result.evidence().altered()),
                        Long.toString(result.wall().toSeconds()),
                        result.conclusion().inWords()))
                .append(" |\n");
    }

    /** Indented text is no markup, whatever is in it. */
    private static void section(Result result, StringBuilder out) {
        out.append("\n### ").append(safe(result.run().scenario())).append("\n\n");
        new FailureText(result)
                .whole()
                .lines()
                .forEach(line -> out.append("    ").append(line).append('\n'));
    }

    /** Text on which Markdown and HTML have nothing to act. */
    private static String safe(String text) {
        return Visible.of(text, LONGEST_REASON).replaceAll("([\\\\`*_{}\\[\\]<>|#!&])", "\\\\$1");
    }
}
