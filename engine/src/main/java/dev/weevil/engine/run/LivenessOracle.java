package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Once the network between correct nodes has healed, every operation of a correct client ends within a
 * bound, and so operations keep ending as long as any are open. An operation that had less time than
 * that when the run ended is not judged; nor is a run with more faulty nodes than the system bears.
 *
 * @param name as reports call it
 * @param bound how long an operation may take after healing, by what the run is
 */
public record LivenessOracle(String name, Function<TraceHeader, Duration> bound) implements Oracle {

    @Override
    public Verdict judge(Trace trace) {
        Tally tally = new Tally();
        Healing healing = Healing.of(trace);
        if (healing.faultyReplicas() <= trace.header().membership().faults()) {
            new Watch(trace, healing, bound.apply(trace.header()), tally).judge();
        }
        return tally.verdict(
                "operations that were open after the network had healed", "each ended in time");
    }

    private record Open(long since, TraceEvent.Invoked invoked) {}

    private record Watch(Trace trace, Healing healing, Duration bound, Tally tally) {

        void judge() {
            CorrectNodes correct = CorrectNodes.in(trace);
            Map<Long, Open> open = new HashMap<>();
            long end = 0;
            for (TraceEvent event : trace.events()) {
                end = Math.max(end, event.nanos());
                if (event instanceof TraceEvent.Invoked invoked && correct.has(invoked.client())) {
                    long since = Math.max(invoked.nanos(), healing.nanos());
                    open.put(invoked.invocation().id(), new Open(since, invoked));
                } else if (event instanceof TraceEvent.Completed done) {
                    Open was = open.remove(done.invocation().id());
                    if (was != null && done.nanos() >= was.since()) {
                        took(was, done.nanos(), "ended after");
                    }
                }
            }
            for (Open still : open.values()) {
                if (end - still.since() > bound.toNanos()) {
                    took(still, end, "is still open after");
                }
            }
        }

        private void took(Open operation, long until, String how) {
            Duration taken = Duration.ofNanos(until - operation.since());
            tally.judged();
            if (taken.compareTo(bound) > 0) {
                NodeId client = operation.invoked().client();
                tally.broken(client + ": " + operation.invoked().invocation() + ", open at "
                        + operation.since() / 1_000_000 + " ms with the network healed, " + how
                        + " " + taken.toMillis() + " ms; expected at most " + bound.toMillis()
                        + " ms.");
            }
        }
    }
}
