package dev.weevil.engine.run;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.agreement.Decision;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Correct replicas hold the same values in the same order: read from what they say of themselves.
 *
 * @param name as reports call it
 * @param fact by which a replica tells that it holds a value
 * @param withinViews whether only what is told in one view must agree
 */
public record AgreementOracle(String name, String fact, Agreement agreement, boolean withinViews)
        implements Oracle {

    /** Of a digest in words: enough that a million of them differ. */
    private static final int DIGITS = 16;

    /** Over {@link Fact#DECIDED}, whatever the view. */
    public static AgreementOracle ofDecisions(Agreement agreement) {
        return new AgreementOracle("agreement", Fact.DECIDED, agreement, false);
    }

    /**
     * Over {@link Fact#DECIDED}, each view by itself: for a protocol that may supersede a decision
     * that reached no client (PROTOCOL.md, I10). Across views the clients and stable states judge.
     */
    public static AgreementOracle ofDecisionsWithinViews(Agreement agreement) {
        return new AgreementOracle("agreement", Fact.DECIDED, agreement, true);
    }

    /** Over {@link Fact#STABLE}, whatever the view (PROTOCOL.md, I9). Replicas may skip states. */
    public static AgreementOracle ofStableStates() {
        return new AgreementOracle(
                "checkpoint-agreement", Fact.STABLE, new Agreement(Set.of(), true), false);
    }

    @Override
    public Verdict judge(Trace trace) {
        Map<Long, List<Decision>> byView = new TreeMap<>();
        CorrectNodes correct = CorrectNodes.in(trace);
        int decisions = 0;
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(fact)
                    && correct.has(seen.node().node())) {
                Fact told = seen.fact();
                decisions++;
                byView.computeIfAbsent(withinViews ? told.view() : 0, view -> new ArrayList<>())
                        .add(new Decision(
                                seen.node().toString(),
                                told.sequence(),
                                told.digest().toString().substring(0, DIGITS)));
            }
        }
        for (List<Decision> ofView : byView.values()) {
            Verdict verdict = agreement.check(ofView);
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.valid(decisions + " reports of '" + fact + "' by correct replicas agree"
                        + (withinViews ? ", each within its view." : "."))
                .withExplored(new Explored(decisions, 0, 1, 1));
    }
}
