package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.BoundedStoreOracle;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.zyzzyva.replica.Facts;
import dev.weevil.zyzzyva.replica.Stores;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.Map;
import java.util.TreeMap;

/**
 * I14: a correct replica accepts nothing beyond WINDOW above its stable checkpoint (8.3), and all it
 * keeps beside its history is bounded.
 */
record Window() implements Oracle {

    private static final BoundedStoreOracle STORES =
            new BoundedStoreOracle("stores", Facts.STORES, Window::most);

    private static long most(TraceHeader header) {
        return Stores.most(ZyzzyvaSettings.from(header.membership(), header.settings()));
    }

    @Override
    public String name() {
        return "i14-window";
    }

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        STORES.judge(trace, tally);
        Reading reading = Reading.of(trace);
        long window = reading.settings().sizes().window();
        Map<Endpoint, Long> stable = new TreeMap<>();
        for (Reading.Told told : reading.told(Fact.ACCEPTED, Fact.STABLE, Fact.TRANSFERRED)) {
            Fact fact = told.fact();
            if (!fact.name().equals(Fact.ACCEPTED)) {
                stable.merge(told.node(), fact.sequence(), Math::max);
                continue;
            }
            long most = stable.getOrDefault(told.node(), 0L) + window;
            tally.judged();
            if (fact.sequence() > most) {
                tally.broken(told.node() + " accepted number " + fact.sequence() + " in view "
                        + fact.view() + ", history " + fact.digest().brief()
                        + "; expected at most " + most + ", the end of its window.");
            }
        }
        return tally.verdict("items and stores of correct replicas", "all within their bounds");
    }
}
