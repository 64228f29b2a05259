package dev.weevil.engine.run;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.agreement.Decision;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;

/** Correct replicas decide the same values in the same order: read from what they say of themselves. */
public record AgreementOracle(Agreement agreement) implements Oracle {

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public Verdict judge(Trace trace) {
        List<Decision> decisions = new ArrayList<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(Fact.DECIDED)
                    && !trace.header().corrupted().contains(seen.node().node())) {
                Fact fact = seen.fact();
                decisions.add(new Decision(
                        seen.node().toString(), fact.sequence(), fact.digest().brief()));
            }
        }
        return agreement.check(decisions);
    }
}
