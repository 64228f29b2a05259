package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.run.ExactlyOnceOracle;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * I3: in the longest history that a correct client completed on, every completed request takes
 * effect exactly once, where its client saw it, and each client's requests in the order it asked for
 * them. Besides, no replica applies a request twice.
 */
record ExactlyOnceEffect() implements Oracle {

    @Override
    public String name() {
        return "i3-exactly-once";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        List<Completion> ordered =
                Completion.in(reading).stream().filter(Completion::isOrdered).toList();
        Tally tally = new Tally();
        tally.judged(ordered.size());
        issueOrder(ordered, tally);
        // Of two of the same length the later one: what came last is what remains.
        Optional<Completion> last = ordered.stream()
                .max(Comparator.comparingLong(Completion::number)
                        .thenComparingInt(Completion::event));
        last.ifPresent(end -> effects(ordered, end, reading.histories(), tally));
        Verdict applied = new ExactlyOnceOracle().judge(trace);
        if (applied.isInvalid()) {
            applied.explanation().forEach(tally::broken);
        }
        return tally.verdict(
                "completed requests of correct clients", "each took effect exactly once");
    }

    private static void issueOrder(List<Completion> completions, Tally tally) {
        Map<Endpoint, Completion> latest = new HashMap<>();
        for (Completion completion : completions) {
            Completion before = latest.put(completion.client(), completion);
            if (before != null && before.number() >= completion.number()) {
                tally.broken(completion.inWords() + ", having completed number " + before.number()
                        + " before; expected a higher number for what it asked for later.");
            }
        }
    }

    private static void effects(
            List<Completion> completions, Completion end, Histories histories, Tally tally) {
        Optional<List<Replay.Step>> steps = Replay.along(end.history(), end.number(), histories);
        if (steps.isEmpty()) {
            tally.unclear("Nobody tells the whole history that " + end.inWords() + " after.");
            return;
        }
        Map<Digest, Long> effects = new HashMap<>();
        for (Replay.Step step : steps.get()) {
            if (step.takesEffect()) {
                effects.put(step.request(), step.number());
            }
        }
        for (Completion completion : completions) {
            Digest request = completion.request().orElseThrow();
            Long number = effects.get(request);
            if (number == null) {
                tally.broken(completion.inWords() + " with history "
                        + completion.history().brief() + ", but its request "
                        + request.brief() + " has no effect in history "
                        + end.history().brief() + ", on which " + end.inWords()
                        + ": expected one effect, found none.");
            } else if (number != completion.number()) {
                tally.broken(completion.inWords() + ", but in history "
                        + end.history().brief()
                        + ", on which " + end.inWords() + ", its request "
                        + request.brief() + " takes effect at number " + number
                        + ".");
            }
        }
    }
}
