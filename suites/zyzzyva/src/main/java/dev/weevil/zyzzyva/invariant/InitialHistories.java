package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.Map;
import java.util.TreeMap;

/** I7: all correct replicas that enter a view begin it with the same history. */
record InitialHistories() implements Oracle {

    @Override
    public String name() {
        return "i7-initial-history";
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        Map<Long, Reading.Told> first = new TreeMap<>();
        for (Reading.Told told : Reading.of(trace).told(Facts.ENTERED)) {
            Reading.Told before = first.putIfAbsent(told.fact().view(), told);
            tally.judged();
            if (before != null && !same(before.fact(), told.fact())) {
                tally.broken(told.node() + " entered view " + told.fact().view() + " with "
                        + inWords(told.fact()) + "; expected " + inWords(before.fact())
                        + ", as " + before.node() + " did.");
            }
        }
        return tally.verdict(
                "entries of correct replicas into new views", "one initial history per view");
    }

    private static boolean same(Fact one, Fact other) {
        return one.sequence() == other.sequence() && one.digest().equals(other.digest());
    }

    private static String inWords(Fact entered) {
        return "history " + entered.digest().brief() + " at number " + entered.sequence();
    }
}
