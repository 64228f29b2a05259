package dev.weevil.engine.run;

import dev.weevil.checker.agreement.ExactlyOnce;
import dev.weevil.checker.agreement.Execution;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * No correct replica applies a request twice, and none that a correct client saw completed is applied
 * nowhere. What a replica rolled back does not count, nor, against it, what it did before it lost its
 * memory or took over another's state.
 */
public record ExactlyOnceOracle() implements Oracle {

    @Override
    public String name() {
        return "exactly-once";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = new Reading();
        CorrectNodes correct = CorrectNodes.in(trace);
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.ProcessChanged changed && changed.up()) {
                reading.lives.merge(changed.process(), 1, Integer::sum);
            } else if (event instanceof TraceEvent.Observed seen
                    && correct.has(seen.node().node())) {
                reading.take(seen.node(), seen.fact());
            }
        }
        List<Execution> executions = reading.executions();
        return ExactlyOnce.check(executions, reading.completed)
                .withExplored(new Explored(executions.size(), 0, 1, 1));
    }

    /** What each life of each replica applied, by sequence number, and what clients saw completed. */
    private static final class Reading {

        private final Map<Endpoint, Integer> lives = new TreeMap<>();
        private final Map<String, TreeMap<Long, String>> applied = new TreeMap<>();
        private final List<String> completed = new ArrayList<>();

        void take(Endpoint node, Fact fact) {
            if (fact.name().equals(Fact.TRANSFERRED)) {
                lives.merge(
                        node, 1, Integer::sum); // what it did before no longer counts as its state
                return;
            }
            String life = node + "/" + lives.getOrDefault(node, 0);
            TreeMap<Long, String> own = applied.computeIfAbsent(life, name -> new TreeMap<>());
            switch (fact.name()) {
                case Fact.EXECUTED -> own.put(fact.sequence(), fact.digest().toString());
                case Fact.ROLLED_BACK -> own.tailMap(fact.sequence(), false).clear();
                case Fact.COMPLETED -> completed.add(fact.digest().toString());
                default -> {}
            }
        }

        List<Execution> executions() {
            List<Execution> executions = new ArrayList<>();
            applied.forEach((replica, requests) -> requests.values()
                    .forEach(request -> executions.add(new Execution(replica, request))));
            return executions;
        }
    }
}
