package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.Request;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * I17: every request that is executed was sent by its client: those in the longest history that a
 * correct client completed on, and those that correct replicas tell of. What a faulty client sent
 * is its own affair.
 */
record Validity() implements Oracle {

    @Override
    public String name() {
        return "i17-validity";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Wire wire = reading.wire();
        Tally tally = new Tally();
        if (wire.whole()) {
            new Judge(reading, wire, tally).judge();
        }
        return tally.verdict(
                "executed requests (all messages being recorded)", "each sent by its client");
    }

    /** Judges each request once, by whoever is first found to have executed it. */
    private static final class Judge {

        private final Reading reading;
        private final Histories histories;
        private final Tally tally;
        private final Map<Digest, Integer> sent = new HashMap<>();
        private final Set<Digest> judged = new HashSet<>();

        Judge(Reading reading, Wire wire, Tally tally) {
            this.reading = reading;
            this.histories = reading.histories(wire);
            this.tally = tally;
            for (Wire.Passage passage : wire.sent()) {
                if (passage.message() instanceof Request request
                        && request.client().equals(passage.from().node())) {
                    sent.putIfAbsent(histories.digest(request), passage.event());
                }
            }
        }

        void judge() {
            for (Reading.Told told : reading.told(Fact.EXECUTED)) {
                String who = told.node() + " executed number " + told.fact().sequence()
                        + " in view " + told.fact().view();
                judge(who, told.fact().digest(), told.event());
            }
            Completion.in(reading).stream()
                    .max(Comparator.comparingLong(Completion::number))
                    .ifPresent(this::judgeAllUpTo);
        }

        private void judgeAllUpTo(Completion end) {
            for (Digest history : histories.path(end.history(), end.number()).orElse(List.of())) {
                histories
                        .request(history)
                        .filter(request -> !request.equals(Digest.ZERO))
                        .ifPresent(request -> judge(end.inWords(), request, end.event()));
            }
        }

        private void judge(String who, Digest request, int event) {
            if (!judged.add(request)) {
                return;
            }
            Optional<NodeId> client = histories.body(request).map(Request::client);
            tally.judged();
            boolean good = client.isPresent()
                    && (!reading.correct().has(client.get())
                            || sent.getOrDefault(request, Integer.MAX_VALUE) < event);
            if (!good) {
                tally.broken(who + ", and with it request " + request.brief() + " of "
                        + client.map(NodeId::toString).orElse("nobody")
                        + "; expected that this client had sent it before, found that it had"
                        + " not.");
            }
        }
    }
}
