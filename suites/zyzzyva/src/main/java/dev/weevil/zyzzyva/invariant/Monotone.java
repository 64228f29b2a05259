package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.MonotoneOracle;
import dev.weevil.engine.run.MonotoneOracle.Measure;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * I12: the view, the last view entered and the stable checkpoint of a correct replica never decrease,
 * and its history only in a rollback: what it accepts next has the next number.
 */
record Monotone() implements Oracle {

    private static final List<MonotoneOracle> NEVER_BACK = List.of(
            new MonotoneOracle("view", Facts.PROMISED, Measure.VIEW),
            new MonotoneOracle("last-view", Facts.ENTERED, Measure.VIEW),
            new MonotoneOracle("stable", Fact.STABLE, Measure.SEQUENCE));

    @Override
    public String name() {
        return "i12-monotone";
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        NEVER_BACK.forEach(oracle -> oracle.judge(trace, tally));
        Map<Endpoint, OwnLog> logs = new TreeMap<>();
        for (Reading.Told told : Reading.of(trace)
                .told(Fact.ACCEPTED, Fact.ROLLED_BACK, Fact.TRANSFERRED, Facts.RESTORED)) {
            OwnLog log = logs.computeIfAbsent(told.node(), node -> new OwnLog());
            if (told.fact().name().equals(Fact.ACCEPTED)) {
                next(told, log.last(), tally);
            }
            log.take(told.fact());
        }
        return tally.verdict(
                "steps of correct replicas", "views, checkpoints and numbers never go back");
    }

    private static void next(Reading.Told told, long last, Tally tally) {
        tally.judged();
        if (told.fact().sequence() != last + 1) {
            tally.broken(told.node() + " accepted number " + told.fact().sequence() + " in view "
                    + told.fact().view() + ", history " + told.fact().digest().brief()
                    + "; expected number " + (last + 1)
                    + ", since it told of no rollback.");
        }
    }
}
