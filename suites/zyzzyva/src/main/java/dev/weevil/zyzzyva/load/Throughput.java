package dev.weevil.zyzzyva.load;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many operations correct clients completed in a second, before an attack and during it. Both are
 * of one run, so that their ratio means the same on every machine.
 *
 * @param before per second, from the end of the warm-up to the beginning of the attack
 * @param during per second, from there to the end of the run
 * @param least the share of its former throughput that was left to the client with the least
 */
record Throughput(double before, double during, double least) {

    /** Not looked at: connections are made, code is compiled. */
    static final int WARM_UP = 200;

    /** Share of the former throughput that was left. */
    double ratio() {
        return during / before;
    }

    /**
     * Reads it from a trace.
     *
     * @param began after how many completions, of whatever client, the attack began
     * @throws IllegalArgumentException if the run ended before that
     */
    static Throughput of(Trace trace, int began) {
        List<TraceEvent.Completed> all = trace.events().stream()
                .filter(TraceEvent.Completed.class::isInstance)
                .map(TraceEvent.Completed.class::cast)
                .filter(done -> done.outcome().type() != HistoryEvent.Type.INFO)
                .toList();
        if (all.size() < began) {
            throw new IllegalArgumentException("expected an attack after " + began
                    + " operations, found a run of " + all.size());
        }
        long from = all.get(WARM_UP - 1).nanos();
        long turn = all.get(began - 1).nanos();
        long end = end(trace, turn);
        Map<NodeId, Double> earlier = rates(trace, all.subList(WARM_UP, began), turn - from);
        Map<NodeId, Double> later = rates(trace, all.subList(began, all.size()), end - turn);
        double least = earlier.entrySet().stream()
                .mapToDouble(one -> later.getOrDefault(one.getKey(), 0.0) / one.getValue())
                .min()
                .orElse(0);
        return new Throughput(sum(earlier), sum(later), least);
    }

    /** Where all that was asked for was done, that is the end; else the last thing that happened. */
    private static long end(Trace trace, long turn) {
        long open = 0;
        long completed = turn;
        long last = turn;
        for (TraceEvent event : trace.events()) {
            last = Math.max(last, event.nanos());
            if (event instanceof TraceEvent.Invoked invoked && correct(trace, invoked.client())) {
                open++;
            } else if (event instanceof TraceEvent.Completed done
                    && correct(trace, done.client())) {
                open--;
                completed = done.nanos();
            }
        }
        return Math.max(turn + 1, open == 0 ? completed : last);
    }

    private static Map<NodeId, Double> rates(
            Trace trace, List<TraceEvent.Completed> done, long nanos) {
        Map<NodeId, Double> rates = new TreeMap<>();
        for (TraceEvent.Completed one : done) {
            if (correct(trace, one.client())) {
                rates.merge(one.client(), 1e9 / nanos, Double::sum);
            }
        }
        return rates;
    }

    private static boolean correct(Trace trace, NodeId client) {
        return !trace.header().corrupted().contains(client);
    }

    private static double sum(Map<NodeId, Double> rates) {
        return rates.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
