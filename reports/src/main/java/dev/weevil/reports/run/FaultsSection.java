package dev.weevil.reports.run;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.run.Bites;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.html.Html;
import dev.weevil.reports.html.Visible;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Did the faults bite: what each rule touched. */
record FaultsSection(Findings findings, Html html) {

    private static final List<Touch.Kind> KINDS = List.of(Touch.Kind.values());

    void write() {
        html.in("section#faults", () -> {
            html.leaf("h2", "Did the faults bite?");
            Set<String> rules = rules();
            if (rules.isEmpty()) {
                html.leaf("p", "No rule was in force: nothing was meant to go wrong.");
                return;
            }
            html.in(
                    "div.scroll",
                    () -> html.in("table", () -> {
                        html.in("tr", () -> {
                            html.leaf("th", "rule");
                            KINDS.forEach(kind -> html.leaf("th.number", word(kind)));
                            html.leaf("th.number", "delivered");
                            html.leaf("th.number", "process faults");
                        });
                        rules.forEach(rule -> html.in("tr", () -> row(rule)));
                    }));
            silent(rules);
        });
    }

    private Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>(findings.trace().header().rules());
        rules.addAll(findings.judgement().bites().touches().keySet());
        rules.addAll(findings.judgement().bites().disturbances().keySet());
        return rules;
    }

    private void row(String rule) {
        Bites bites = findings.judgement().bites();
        Map<Touch.Kind, Integer> touches =
                bites.touches().getOrDefault(rule, new EnumMap<>(Touch.Kind.class));
        html.leaf("th", Visible.of(rule));
        KINDS.forEach(kind -> number(touches.getOrDefault(kind, 0)));
        number(findings.journeys().stream().filter(j -> arrived(j, rule)).count());
        number(bites.disturbances().getOrDefault(rule, 0));
    }

    private static boolean arrived(Journey journey, String rule) {
        return journey.fate() == Journey.Fate.DELIVERED
                && journey.touches().stream().anyMatch(touch -> touch.rule().equals(rule));
    }

    private void number(long value) {
        html.leaf(value == 0 ? "td.number.none" : "td.number", Long.toString(value));
    }

    /** Rules that changed nothing, each of which may be a mistake in the script. */
    private void silent(Set<String> rules) {
        Bites bites = findings.judgement().bites();
        List<String> without = rules.stream()
                .filter(rule -> bites.disturbances().getOrDefault(rule, 0) == 0)
                .filter(rule -> bites.touches().getOrDefault(rule, Map.of()).keySet().stream()
                        .noneMatch(Touch.Kind::bites))
                .map(Visible::of)
                .toList();
        if (!without.isEmpty()) {
            html.leaf(
                    "p.warning",
                    "⚠ Changed nothing in this run: " + String.join(", ", without) + ".");
        }
    }

    private static String word(Touch.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
