package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import java.util.function.ToLongFunction;

/**
 * What a correct node keeps never grows beyond a bound, whatever reaches it. The node tells by a fact
 * whose sequence is how much it keeps, and whose detail is what.
 *
 * @param name as reports call it
 * @param fact by which it tells
 * @param bound the most it may keep, by what the run is
 */
public record BoundedStoreOracle(String name, String fact, ToLongFunction<TraceHeader> bound)
        implements Oracle {

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        judge(trace, tally);
        return tally.verdict("reports of '" + fact + "'", "none beyond its bound");
    }

    /** Judges the trace as part of something larger. */
    public void judge(Trace trace, Tally tally) {
        CorrectNodes correct = CorrectNodes.in(trace);
        long most = bound.applyAsLong(trace.header());
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(fact)
                    && correct.has(seen.node().node())) {
                Fact told = seen.fact();
                tally.judged();
                if (told.sequence() > most) {
                    tally.broken(seen.node() + " keeps " + told.sequence() + " things in view "
                            + told.view() + " (" + told.detail() + "); expected at most " + most
                            + ".");
                }
            }
        }
    }
}
