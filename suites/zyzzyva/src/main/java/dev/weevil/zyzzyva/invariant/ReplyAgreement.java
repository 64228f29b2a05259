package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.service.Operations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * I4: the result a correct client accepted is what the reference state machine replies when it is
 * run along the history the client completed on; so whoever observes the same request sees the same
 * result.
 */
record ReplyAgreement() implements Oracle {

    @Override
    public String name() {
        return "i4-reply-agreement";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Histories histories = reading.histories();
        References references = new References(histories);
        Tally tally = new Tally();
        // From the longest on: a history's run answers for all its prefixes.
        Completion.in(reading).stream()
                .filter(Completion::isOrdered)
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .forEach(completion -> judge(completion, references, tally));
        return tally.verdict(
                "results accepted by correct clients",
                "each is the reference state machine's along its history");
    }

    private static void judge(Completion completion, References references, Tally tally) {
        Optional<Payload> reply = references.reply(completion);
        if (reply.isEmpty() || completion.done().isEmpty()) {
            return; // not every request before it was recorded
        }
        TraceEvent.Completed done = completion.done().get();
        Outcome expected = Operations.outcome(done.invocation(), reply.get());
        tally.judged();
        if (!expected.equals(done.outcome())) {
            tally.broken(completion.inWords() + " after history "
                    + completion.history().brief()
                    + ": " + done.invocation() + " gave " + inWords(done.outcome())
                    + "; the reference state machine along that history expected "
                    + inWords(expected) + ".");
        }
    }

    private static String inWords(Outcome outcome) {
        return outcome.type() + " " + outcome.value()
                + (outcome.note().isEmpty() ? "" : " (" + outcome.note() + ")");
    }

    /** The reference replies at the ends of histories. */
    private static final class References {

        private final Histories histories;
        private final Set<Digest> run = new HashSet<>();
        private final Map<Digest, Payload> replies = new HashMap<>();

        References(Histories histories) {
            this.histories = histories;
        }

        Optional<Payload> reply(Completion completion) {
            Digest end = completion.history();
            if (!run.contains(end)) {
                Optional<List<Replay.Step>> steps =
                        Replay.along(end, completion.number(), histories);
                run.add(end);
                steps.ifPresent(found -> found.forEach(this::keep));
            }
            return Optional.ofNullable(replies.get(end));
        }

        private void keep(Replay.Step step) {
            run.add(step.history());
            step.reply().ifPresent(reply -> replies.put(step.history(), reply));
        }
    }
}
