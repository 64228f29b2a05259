package dev.weevil.engine.run;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.agreement.Decision;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Correct replicas decide the same values in the same order: read from what they say of themselves.
 *
 * @param withinViews whether only decisions of one view must agree: where a protocol may supersede a
 *     decision that reached no client (PROTOCOL.md, I10), only the clients' oracles judge across views
 */
public record AgreementOracle(Agreement agreement, boolean withinViews) implements Oracle {

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public Verdict judge(Trace trace) {
        Map<Long, List<Decision>> byView = new TreeMap<>();
        int decisions = 0;
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(Fact.DECIDED)
                    && !trace.header().corrupted().contains(seen.node().node())) {
                Fact fact = seen.fact();
                decisions++;
                byView.computeIfAbsent(withinViews ? fact.view() : 0, view -> new ArrayList<>())
                        .add(new Decision(
                                seen.node().toString(),
                                fact.sequence(),
                                fact.digest().brief()));
            }
        }
        for (List<Decision> ofView : byView.values()) {
            Verdict verdict = agreement.check(ofView);
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.valid(decisions + " decisions of correct replicas agree"
                + (withinViews ? ", each within its view." : "."));
    }
}
