package dev.weevil.engine.run;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all oracles together say of one run.
 *
 * @param verdicts by the oracle's name, in the scenario's order
 * @param bites by rule, then by kind of touch: what the adversary changed
 * @param completed operations of correct clients that ended ok or fail
 * @param vacuous a run with rules or disturbances none of which changed anything
 * @param unmet where the wrong promises broke, which in words; else empty
 * @param story how a violation came about, where an oracle that found it can tell
 */
public record Judgement(
        Verdict.Kind kind,
        String summary,
        Map<String, Verdict> verdicts,
        Bites bites,
        int completed,
        boolean vacuous,
        Optional<String> unmet,
        List<String> story) {

    public Judgement {
        story = List.copyOf(story);
    }

    /** Lets every oracle of the scenario judge the trace. */
    public static Judgement of(Scenario scenario, Trace trace) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        scenario.oracles().forEach(oracle -> verdicts.put(oracle.name(), oracle.judge(trace)));
        Bites bites = Bites.of(trace);
        int completed = completed(trace);
        boolean vacuous = !trace.header().rules().isEmpty() && bites.total() == 0;
        Verdict.Kind kind = overall(verdicts);
        String summary = summary(kind, verdicts);
        if (kind == Verdict.Kind.VALID && completed < scenario.requirement().completed()) {
            kind = Verdict.Kind.UNKNOWN;
            summary = "only " + completed + " operations completed, expected at least "
                    + scenario.requirement().completed();
        }
        return new Judgement(
                kind,
                summary,
                verdicts,
                bites,
                completed,
                vacuous,
                scenario.violations().unmet(verdicts),
                story(scenario, verdicts, trace));
    }

    /** The first one that is told. */
    private static List<String> story(
            Scenario scenario, Map<String, Verdict> verdicts, Trace trace) {
        return scenario.oracles().stream()
                .filter(oracle -> oracle instanceof Narrator)
                .filter(oracle -> verdicts.get(oracle.name()).isInvalid())
                .map(oracle -> ((Narrator) oracle).story(trace))
                .filter(story -> !story.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static int completed(Trace trace) {
        return (int) trace.events().stream()
                .filter(TraceEvent.Completed.class::isInstance)
                .map(TraceEvent.Completed.class::cast)
                .filter(done -> !trace.header().corrupted().contains(done.client()))
                .filter(done -> done.outcome().type() != HistoryEvent.Type.INFO)
                .count();
    }

    /** Invalid if any oracle says so, else unknown if any does. */
    private static Verdict.Kind overall(Map<String, Verdict> verdicts) {
        if (verdicts.values().stream().anyMatch(Verdict::isInvalid)) {
            return Verdict.Kind.INVALID;
        }
        return verdicts.values().stream().allMatch(Verdict::isValid)
                ? Verdict.Kind.VALID
                : Verdict.Kind.UNKNOWN;
    }

    private static String summary(Verdict.Kind kind, Map<String, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == kind)
                .map(entry -> entry.getKey() + ": " + entry.getValue().inWords())
                .findFirst()
                .orElse("");
    }
}
