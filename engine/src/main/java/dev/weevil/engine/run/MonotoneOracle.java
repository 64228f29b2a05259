package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a correct node tells by one fact never goes back: its view, say, or its stable checkpoint.
 *
 * @param name as reports call it
 * @param fact by which it tells
 * @param measure which part of the fact must not go back
 */
public record MonotoneOracle(String name, String fact, Measure measure) implements Oracle {

    /** A number of a fact. */
    public enum Measure {
        VIEW {
            @Override
            long of(Fact told) {
                return told.view();
            }
        },
        SEQUENCE {
            @Override
            long of(Fact told) {
                return told.sequence();
            }
        };

        abstract long of(Fact told);

        private String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        judge(trace, tally);
        return tally.verdict("reports of '" + fact + "'", "no " + measure.inWords() + " goes back");
    }

    /** Judges the trace as part of something larger. */
    public void judge(Trace trace, Tally tally) {
        CorrectNodes correct = CorrectNodes.in(trace);
        Map<Endpoint, Long> highest = new TreeMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen
                    && seen.fact().name().equals(fact)
                    && correct.has(seen.node().node())) {
                long now = measure.of(seen.fact());
                long before = highest.merge(seen.node(), now, Math::max);
                tally.judged();
                if (now < before) {
                    tally.broken(seen.node() + " told '" + fact + "' of " + measure.inWords() + " "
                            + now + " after " + before + "; expected it never to go back.");
                }
            }
        }
    }
}
