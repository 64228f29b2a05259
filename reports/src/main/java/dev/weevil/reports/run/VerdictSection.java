package dev.weevil.reports.run;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.reports.evidence.Explanation;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came out, why, how it was meant, and how to see it again: all before any scrolling. */
record VerdictSection(Findings findings, Html html) {

    private static final Pattern MESSAGE = Pattern.compile("\\bm[0-9]{1,15}\\b");
    private static final int LONGEST_SENTENCE = 600;

    void write() {
        html.in("header." + tone(), () -> {
            html.in("p.origin", this::origin);
            html.in("h1", () -> {
                html.leaf("span.mark", symbol() + " ");
                html.text(Visible.of(findings.explanation().headline()));
            });
            html.in("p.meant", () -> {
                html.leaf("b", expectation());
                html.text(" " + Visible.of(findings.facts().claim()));
            });
            vacuity();
            story();
            html.in("div.verdict", () -> {
                html.in("div.story", this::conflict);
                html.in("div.story", this::cause);
                html.in("div.side", this::facts);
            });
            replay();
        });
    }

    private String tone() {
        return switch (findings.judgement().kind()) {
            case VALID -> "holds";
            case INVALID -> "broken";
            case UNKNOWN -> "open";
        };
    }

    private String symbol() {
        return switch (findings.judgement().kind()) {
            case VALID -> "✔";
            case INVALID -> "✖";
            case UNKNOWN -> "?";
        };
    }

    private void origin() {
        TraceHeader header = findings.trace().header();
        html.text("Weevil · " + Visible.of(header.system()) + " · ");
        html.leaf("b", Visible.of(header.scenario()));
        html.text(" · " + Visible.of(header.mode()) + " · seed " + header.seed());
    }

    private String expectation() {
        Kind kind = findings.facts().kind();
        boolean violated = isViolated();
        return switch (kind) {
            case HOLDS -> violated ? "Not as expected." : undecidedOr("As expected.");
            case CONTROL ->
                violated
                        ? "As expected: this is a control, it must end in a violation."
                        : "Not as expected: this control must end in a violation.";
            case FINDING ->
                violated ? "A finding, seen again." : "Not as expected: a finding not seen again.";
        };
    }

    private String undecidedOr(String otherwise) {
        boolean decided = findings.judgement().kind() == Verdict.Kind.VALID;
        return decided && !findings.judgement().vacuous() ? otherwise : "Inconclusive.";
    }

    private void vacuity() {
        if (findings.judgement().vacuous()) {
            html.leaf(
                    "p.warning",
                    "⚠ Vacuous: faults were planned, but none changed anything. "
                            + "This run says nothing about them.");
        }
    }

    /** How it came about, where an oracle can tell. */
    private void story() {
        List<String> sentences = findings.judgement().story();
        if (!sentences.isEmpty()) {
            html.in("div.story.whole", () -> {
                html.leaf("h2", "How it came about");
                html.in("ol", () -> sentences.forEach(this::sentence));
            });
        }
    }

    private void conflict() {
        html.leaf("h2", isViolated() ? "What is in conflict" : "What was looked at");
        html.in("ol", () -> findings.explanation().facts().forEach(this::sentence));
    }

    private void cause() {
        html.leaf("h2", isViolated() ? "What the adversary did" : "What was done to it");
        html.in("ol", () -> {
            findings.explanation().cause().forEach(this::sentence);
            sentence(findings.tolerance().inWords());
        });
    }

    private boolean isViolated() {
        return findings.judgement().kind() == Verdict.Kind.INVALID;
    }

    /** Names of messages lead to them on the time axis. */
    private void sentence(String words) {
        html.in("li", () -> {
            String shown = Visible.of(words, LONGEST_SENTENCE);
            Matcher message = MESSAGE.matcher(shown);
            int told = 0;
            while (message.find()) {
                html.text(shown.substring(told, message.start()));
                String name = message.group();
                html.in("a", Map.of("href", "#s=" + name), () -> html.text(name));
                told = message.end();
            }
            html.text(shown.substring(told));
        });
    }

    private void facts() {
        html.in("dl", () -> {
            fact("guarantee", String.join(", ", findings.judgement().verdicts().keySet()));
            fact("replicas", findings.tolerance().numbers());
            fact(
                    "corrupted",
                    findings.tolerance().names()
                            + (findings.tolerance().isExceeded() ? " — more than f" : ""));
            fact("operations", operations());
            fact(
                    "faults",
                    Explanation.bites(findings.judgement()).replace("Faults that bit: ", ""));
            fact("seed", Long.toString(findings.trace().header().seed()));
            findings.facts().further().forEach(this::fact);
        });
    }

    private String operations() {
        int clients = findings.trace().header().membership().clients();
        return findings.judgement().completed() + " ended, "
                + findings.history().overlapping() + " overlapping, " + clients + " clients";
    }

    private void fact(String name, String value) {
        html.leaf("dt", Visible.of(name)).leaf("dd", Visible.of(value));
    }

    private void replay() {
        html.in("p.replay", () -> {
            html.text("Run it again: ");
            html.leaf("code#replay", Visible.of(findings.facts().replay(), 2_000));
            html.in("button#copy", Map.of("type", "button", "hidden", ""), () -> {
                html.text("Copy ");
                html.leaf("kbd", "c");
            });
        });
    }
}
