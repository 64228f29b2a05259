package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;

import java.util.Map;
import java.util.TreeMap;

/**
 * I9: what is stable is stable everywhere and for ever: all correct replicas have the same history and
 * state at each stable checkpoint, in whatever view, and none rolls back below its own.
 */
record CheckpointAgreement() implements Oracle {

    @Override
    public String name() {
        return "i9-checkpoint-agreement";
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        Map<Long, Reading.Told> first = new TreeMap<>();
        Map<Endpoint, Long> stable = new TreeMap<>();
        for (Reading.Told told : Reading.of(trace).told(Fact.STABLE, Fact.ROLLED_BACK)) {
            if (told.fact().name().equals(Fact.STABLE)) {
                stable.merge(told.node(), told.fact().sequence(), Math::max);
                agrees(first, told, tally);
            } else {
                stays(stable.getOrDefault(told.node(), 0L), told, tally);
            }
        }
        return tally.verdict(
                "stable checkpoints of correct replicas", "they agree and are never undone");
    }

    private static void agrees(Map<Long, Reading.Told> first, Reading.Told told, Tally tally) {
        tally.judged();
        Reading.Told before = first.putIfAbsent(told.fact().sequence(), told);
        if (before == null) {
            return;
        }
        boolean same = before.fact().digest().equals(told.fact().digest())
                && before.fact().detail().equals(told.fact().detail());
        if (!same) {
            tally.broken("Number " + told.fact().sequence() + " is stable at " + inWords(told)
                    + "; expected what is stable there at " + inWords(before) + ".");
        }
    }

    private static String inWords(Reading.Told told) {
        return told.node() + " in view " + told.fact().view() + " with state "
                + told.fact().digest().brief() + " after history " + told.fact().detail();
    }

    private static void stays(long stable, Reading.Told undone, Tally tally) {
        if (undone.fact().sequence() < stable) {
            tally.broken(
                    undone.node() + " rolled back to number " + undone.fact().sequence()
                            + " in view " + undone.fact().view() + "; expected at least " + stable
                            + ", which is stable there.");
        }
    }
}
