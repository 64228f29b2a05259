package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.Map;
import java.util.TreeMap;

/**
 * I11: having left for a view by VIEW-CHANGE or VIEW-CONFIRM, a correct replica accepts, stores and
 * acknowledges nothing of a lower view.
 */
record Promise() implements Oracle {

    @Override
    public String name() {
        return "i11-promise";
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        Map<Endpoint, Long> promised = new TreeMap<>();
        for (Reading.Told told : Reading.of(trace)
                .told(
                        Facts.PROMISED,
                        Fact.ACCEPTED,
                        Facts.STORED_CERTIFICATE,
                        Facts.ACKNOWLEDGED,
                        Facts.RESTORED)) {
            Fact fact = told.fact();
            long bound = promised.getOrDefault(told.node(), 0L);
            if (fact.name().equals(Facts.PROMISED)) {
                promised.merge(told.node(), fact.view(), Math::max);
                continue;
            }
            if (fact.name().equals(Facts.RESTORED)) {
                promised.put(told.node(), fact.view()); // no other promise had left it
                continue;
            }
            tally.judged(bound > 0 ? 1 : 0);
            if (fact.view() < bound) {
                tally.broken(told.node() + " told '" + fact.name() + "' of number "
                        + fact.sequence() + " in view " + fact.view() + ", history "
                        + fact.digest().brief() + "; expected nothing below view " + bound
                        + ", for which it had left.");
            }
        }
        return tally.verdict(
                "acts of correct replicas that had left for a view", "none of a lower view");
    }
}
