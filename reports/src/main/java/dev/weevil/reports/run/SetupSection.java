package dev.weevil.reports.run;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.util.List;
import java.util.Locale;

/** What the oracles said in full, what the adversary was told to do, how the system was configured. */
record SetupSection(Findings findings, Html html) {

    private static final int MOST_SENTENCES = 50;

    void write() {
        TraceHeader header = findings.trace().header();
        html.in("section#setup", () -> {
            html.leaf("h2", "Oracles");
            html.in("dl.wide", () -> findings.judgement().verdicts().forEach(this::oracle));
            if (!header.attack().isEmpty()) {
                html.leaf("h2", "The adversary");
                sentences(header.attack());
            }
            if (!header.settings().values().isEmpty()) {
                html.leaf("h2", "Settings");
                html.in(
                        "dl.wide",
                        () -> header.settings()
                                .values()
                                .forEach((name, value) -> html.leaf("dt", Visible.of(name))
                                        .leaf("dd", Visible.of(value))));
            }
        });
    }

    private void oracle(String name, Verdict verdict) {
        html.leaf("dt", Visible.of(name));
        html.in("dd", () -> {
            html.leaf("b", verdict.kind().name().toLowerCase(Locale.ROOT));
            sentences(verdict.explanation());
            sentences(verdict.remarks());
        });
    }

    private void sentences(List<String> all) {
        if (all.isEmpty()) {
            return;
        }
        html.in("ul", () -> {
            all.stream()
                    .limit(MOST_SENTENCES)
                    .forEach(sentence -> html.leaf("li", Visible.of(sentence)));
            if (all.size() > MOST_SENTENCES) {
                html.leaf("li", "and " + (all.size() - MOST_SENTENCES) + " more");
            }
        });
    }
}
