package dev.weevil.zyzzyva.story;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The story of a completed request that later completions know nothing of (PROTOCOL.md, 11.2). */
public final class LostRequest {

    private final Chronicle chronicle;
    private final Completion victim;
    private final Completion rival;
    private final Usurper usurper;

    /**
     * What is to be told of.
     *
     * @param victim what completed first
     * @param rival the first later completion whose history does not contain it
     */
    private LostRequest(Chronicle chronicle, Completion victim, Completion rival) {
        this.chronicle = chronicle;
        this.victim = victim;
        this.rival = rival;
        long number = chronicle.split(victim.number(), victim.history(), rival.history());
        Digest history = chronicle.at(number, rival.history()).orElse(rival.history());
        this.usurper = new Usurper(number, history, chronicle.operationAt(history));
    }

    /** The story in sentences; none where nothing was lost, or the trace does not show what. */
    public static List<String> in(Trace trace) {
        Chronicle chronicle = new Chronicle(trace);
        List<Completion> completions = chronicle.completions();
        for (int later = 1; later < completions.size(); later++) {
            Completion rival = completions.get(later);
            for (Completion victim : completions.subList(0, later)) {
                Optional<Digest> there = chronicle.at(victim.number(), rival.history());
                if (victim.number() <= rival.number()
                        && there.isPresent()
                        && !there.get().equals(victim.history())) {
                    return new LostRequest(chronicle, victim, rival).sentences();
                }
            }
        }
        return List.of();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(victim.whose() + " completed at " + victim.place() + ": "
                + victim.howInWords() + ", at " + Words.time(victim.nanos()) + ".");
        Optional<TraceEvent.Observed> guilty = beganWithout();
        guilty.ifPresent(entered -> {
            long view = entered.fact().view();
            chronicle
                    .heard("NewView", view)
                    .findFirst()
                    .ifPresent(newView ->
                            new Dig(chronicle, victim, usurper, newView).tell(sentences));
            sentences.add(outcome(view));
            rolledBack(view).ifPresent(sentences::add);
        });
        sentences.add(rivalInWords());
        missed().ifPresent(sentences::add);
        return sentences;
    }

    /** The first correct replica that entered a later view whose beginning lacks the victim. */
    private Optional<TraceEvent.Observed> beganWithout() {
        return chronicle
                .told(Chronicle.ENTERED)
                .filter(seen -> !chronicle.isCorrupted(seen.node().node()))
                .filter(seen -> seen.fact().view() > victim.view())
                .filter(seen -> !containsVictim(seen.fact()))
                .findFirst();
    }

    private boolean containsVictim(Fact entered) {
        return entered.sequence() >= victim.number()
                && chronicle
                        .at(victim.number(), entered.digest())
                        .filter(victim.history()::equals)
                        .isPresent();
    }

    private String outcome(long view) {
        return "Under the rules " + chronicle.rules() + " view " + view + " therefore has "
                + usurper.operation() + " at number " + usurper.number()
                + (usurper.number() == victim.number()
                        ? ", and not " + victim.whose()
                        : ", which " + victim.whose() + " did not follow")
                + ".";
    }

    private Optional<String> rolledBack(long view) {
        TreeSet<NodeId> undone = new TreeSet<>();
        chronicle
                .told(Fact.ROLLED_BACK)
                .filter(seen -> seen.fact().view() == view)
                .filter(seen -> seen.fact().sequence() < victim.number())
                .map(seen -> seen.node().node())
                .filter(node -> !chronicle.isCorrupted(node))
                .forEach(undone::add);
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of("Correct " + Words.all(undone) + " rolled back what they had executed"
                        + " from number " + victim.number() + " on, " + victim.whose()
                        + " with it.");
    }

    private String rivalInWords() {
        String where = rival.number() == victim.number()
                ? "completed at " + rival.place() + " as well"
                : "completed at " + rival.place() + ", after a history without it";
        return rival.whose() + " " + where + ": " + rival.howInWords() + ", at "
                + Words.time(rival.nanos()) + ".";
    }

    /** A read of what the victim wrote, asked for later, that found something else. */
    private Optional<String> missed() {
        Optional<Object> written = written();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return chronicle
                .ended()
                .filter(end -> end.invocation().function().equals("get"))
                .filter(end -> end.invocation().key().equals(victim.invocation().key()))
                .filter(end -> end.outcome().type() == HistoryEvent.Type.OK)
                .filter(end -> !chronicle.isCorrupted(end.client()))
                .filter(end -> chronicle.begun(end) >= victim.nanos())
                .filter(end -> !written.get().equals(end.outcome().value()))
                .findFirst()
                .map(end -> end.client() + " asked for " + Words.of(end.invocation()) + " after "
                        + victim.whose() + " had completed, and at " + Words.time(end.nanos())
                        + " got " + found(end) + ": the write is lost.");
    }

    /** What the victim alone wrote to its key; nothing where others wrote there, or it did not. */
    private Optional<Object> written() {
        boolean alone = chronicle
                .begun()
                .map(TraceEvent.Invoked::invocation)
                .filter(one -> one.key().equals(victim.invocation().key()))
                .filter(one -> !one.function().equals("get"))
                .allMatch(one -> one.id() == victim.invocation().id());
        return alone && victim.invocation().function().equals("put")
                ? Optional.ofNullable(victim.invocation().value())
                : Optional.empty();
    }

    private static String found(TraceEvent.Completed end) {
        return end.outcome().value() == null ? "nothing" : "" + end.outcome().value();
    }
}
