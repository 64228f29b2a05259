package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * I8: what completed in one view is in the initial history of every later view that a correct replica
 * enters.
 */
record CompletedSurvives() implements Oracle {

    private record Beginning(long view, long number, Digest history) {}

    @Override
    public String name() {
        return "i8-completed-survives";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        List<Completion> completions = Completion.in(reading);
        Histories histories = reading.histories();
        Set<Beginning> judged = new HashSet<>();
        Tally tally = new Tally();
        for (Reading.Told told : reading.told(Facts.ENTERED)) {
            Fact fact = told.fact();
            Beginning beginning = new Beginning(fact.view(), fact.sequence(), fact.digest());
            if (judged.add(beginning)) {
                survive(completions, told, histories, tally);
            }
        }
        return tally.verdict(
                "completed requests at the beginnings of later views", "all are in there");
    }

    private static void survive(
            List<Completion> completions, Reading.Told entered, Histories histories, Tally tally) {
        Fact beginning = entered.fact();
        Optional<List<Digest>> path = histories.path(beginning.digest(), beginning.sequence());
        for (Completion completion : completions) {
            if (completion.view() >= beginning.view() || completion.number() == 0) {
                continue;
            }
            tally.judged();
            if (completion.number() > beginning.sequence()) {
                tally.broken(lost(completion, entered) + " ends before it.");
            } else if (path.isEmpty()) {
                tally.unclear("Nobody tells the whole history "
                        + beginning.digest().brief() + " that view " + beginning.view()
                        + " begins with.");
            } else {
                Digest there = path.get().get(Math.toIntExact(completion.number() - 1));
                if (!there.equals(completion.history())) {
                    tally.broken(lost(completion, entered) + " is " + there.brief() + " there.");
                }
            }
        }
    }

    private static String lost(Completion completion, Reading.Told entered) {
        Fact beginning = entered.fact();
        return completion.inWords() + " with history " + completion.history().brief() + ", but "
                + entered.node() + " entered view " + beginning.view() + " with history "
                + beginning.digest().brief() + " of " + beginning.sequence()
                + " numbers, which";
    }
}
