package dev.weevil.reports.run;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.html.Assets;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;
import dev.weevil.reports.timeline.Timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page of one run: a single file that loads nothing. */
public final class RunReport {

    private static final String STYLE = Assets.joined(RunReport.class, List.of("page.css"));
    private static final String SCRIPT = "(() => {\n\"use strict\";\n"
            + Assets.joined(
                    RunReport.class,
                    List.of(
                            "unpack.js",
                            "model.js",
                            "query.js",
                            "view.js",
                            "shapes.js",
                            "draw.js",
                            "detail.js",
                            "table.js",
                            "main.js"))
            + "\n})();\n";

    private final Findings findings;
    private final int mostCharacters;

    private RunReport(Findings findings, int mostCharacters) {
        this.findings = findings;
        this.mostCharacters = mostCharacters;
    }

    /** Works out what is to be told of this run. */
    public static RunReport of(Trace trace, Judgement judgement, RunFacts facts) {
        return new RunReport(Findings.of(trace, judgement, facts), Timeline.MOST_CHARACTERS);
    }

    /** The same page with at most so many characters of data for the time axis. */
    RunReport within(int characters) {
        return new RunReport(findings, characters);
    }

    /** Writes the page, in place of any that was there. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, html());
    }

    /** The page as text. */
    public String html() {
        Timeline timeline = Timeline.of(
                findings.trace(),
                findings.journeys(),
                findings.history().operations(),
                findings.conflict(),
                mostCharacters);
        Html html = new Html();
        html.in("html", Map.of("lang", "en"), () -> {
            html.in("head", () -> head(html));
            html.in("body", () -> body(html, timeline));
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
                        Assets.policy(SCRIPT, STYLE)));
        html.empty(
                "meta",
                Map.of("name", "viewport", "content", "width=device-width, initial-scale=1"));
        html.leaf(
                "title",
                Visible.of(findings.explanation().headline() + " · "
                        + findings.trace().header().scenario()));
        html.verbatim("style", Map.of(), STYLE);
    }

    private void body(Html html, Timeline timeline) {
        html.in("main", () -> {
            new VerdictSection(findings, html).write();
            new TimelineSection(findings, html).write(timeline);
            new FaultsSection(findings, html).write();
            new LogsSection(findings, html).write();
            new HistorySection(findings, html).write();
            new SetupSection(findings, html).write();
        });
        html.verbatim(
                "script", Map.of("type", "application/octet-stream", "id", "run"), timeline.data());
        html.verbatim("script", Map.of(), SCRIPT);
    }
}
