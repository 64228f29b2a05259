package dev.weevil.reports.run;

import dev.weevil.reports.evidence.Wording;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.timeline.Timeline;

import java.util.Map;

/** The place where the script draws the run, and what stands there without it. */
record TimelineSection(Findings findings, Html html) {

    void write(Timeline timeline) {
        html.in("section#timeline", () -> {
            html.in("div.bar", this::controls);
            timeline.shortened()
                    .ifPresent(span -> html.leaf(
                            "p.warning",
                            "This run is too large for one page. Shown are " + span
                                    + " and everything the adversary touched; the rest is in"
                                    + " trace.jsonl beside this page."));
            html.leaf("p#notice", without());
            html.in("div#stage", Map.of("hidden", ""), () -> {
                html.in("div#picture", () -> {
                    html.in("canvas#overview", label("The whole run; drag to choose"), () -> {});
                    html.in("canvas#axis", axis(), () -> {});
                });
                html.in("aside#detail", Map.of("aria-live", "polite"), () -> {});
            });
            html.in("div#legend", Map.of("hidden", ""), () -> {});
            html.in("div#table", table(), () -> {});
            html.in("div#help", Map.of("hidden", "", "role", "dialog"), () -> {});
        });
    }

    private void controls() {
        html.leaf("h2", "Time axis");
        html.empty(
                "input#query",
                Map.of(
                        "type", "search",
                        "hidden", "",
                        "spellcheck", "false",
                        "aria-label", "Filter",
                        "placeholder", "filter:  type:OrderRequest from:r0 altered   ( / )"));
        html.in("span#count", () -> {});
        html.in("span#buttons", () -> {});
    }

    private String without() {
        return "The run drawn over time needs scripts: "
                + Wording.count(findings.journeys().size(), "message") + " and "
                + Wording.count(findings.history().operations().size(), "operation")
                + " are in this page. What follows below needs none.";
    }

    private static Map<String, String> label(String text) {
        return Map.of("role", "img", "aria-label", text);
    }

    private static Map<String, String> axis() {
        return Map.of(
                "role", "img",
                "tabindex", "0",
                "aria-label",
                        "Clients, replicas, adversary and environment over time. The table"
                                + " below holds the same events.");
    }

    private static Map<String, String> table() {
        return Map.of("hidden", "", "role", "grid", "tabindex", "0", "aria-label", "Events");
    }
}
