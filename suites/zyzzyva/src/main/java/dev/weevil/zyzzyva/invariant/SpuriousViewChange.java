package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Healing;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.Map;
import java.util.TreeMap;

/**
 * I19: once nothing disturbs anything or anybody any more, views change at most once: what a fault
 * had begun may be finished. A run that ends with a node down never gets calm; nor does a live one,
 * since a busy machine is a fault that no trace tells of.
 */
record SpuriousViewChange() implements Oracle {

    @Override
    public String name() {
        return "i19-no-spurious-view-change";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Healing healing = Healing.of(trace);
        Tally tally = new Tally();
        boolean simulated = trace.header().mode().equals(Mode.SIMULATED.toString());
        if (simulated && healing.down().isEmpty()) {
            tally.judged(Completion.in(reading).stream()
                    .filter(done -> nanos(trace, done.event()) > healing.calmNanos())
                    .count());
            views(reading, healing, tally);
        }
        return tally.verdict(
                "requests completed after the last fault of any kind",
                "at most one view change in that time");
    }

    private static void views(Reading reading, Healing healing, Tally tally) {
        Map<Long, Reading.Told> entered = new TreeMap<>();
        for (Reading.Told told : reading.told(Facts.ENTERED)) {
            entered.putIfAbsent(told.fact().view(), told);
        }
        entered.values()
                .removeIf(told -> nanos(reading.trace(), told.event()) <= healing.calmNanos());
        if (entered.size() > 1) {
            tally.broken("Views " + entered.keySet() + " were entered after "
                    + healing.calmNanos() / 1_000_000
                    + " ms, when the last fault was over; expected at most one.");
        }
    }

    private static long nanos(Trace trace, int event) {
        return trace.events().get(event).nanos();
    }
}
