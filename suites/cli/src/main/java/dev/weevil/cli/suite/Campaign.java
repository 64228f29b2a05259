package dev.weevil.cli.suite;

import dev.weevil.cli.show.Progress;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that one {@code weevil run} runs, one after the other: the simulated ones first. */
final class Campaign {

    /** One run of a campaign; {@code round} counts the runs of the same scenario and mode from 0. */
    private record Entry(RunName run, Scenario scenario, int round) {}

    private final Order order;
    private final Workshop workshop;
    private final List<Entry> entries = new ArrayList<>();

    Campaign(Selection selection, Order order, Workshop workshop) {
        this.order = order;
        this.workshop = workshop;
        for (Mode mode : Mode.values()) {
            for (Scenario scenario : selection.scenarios()) {
                if (order.modes().contains(mode) && scenario.modes().contains(mode)) {
                    plan(selection.suite().name(), scenario, mode);
                }
            }
        }
    }

    private void plan(String suite, Scenario scenario, Mode mode) {
        for (int round = 0; round < order.runs(); round++) {
            Seed seed = new Seed(order.seed() + round);
            RunName run = new RunName(suite, scenario.name(), mode, seed);
            entries.add(new Entry(run, scenario, round));
        }
    }

    int size() {
        return entries.size();
    }

    /** The results so far when somebody interrupts it, the interrupted run's among them. */
    List<Result> run(Progress progress) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Entry entry : entries) {
            if (workshop.interruption().isRequested()) {
                break;
            }
            progress.begins(entry.run());
            Result result = run(entry, progress);
            results.add(result);
            progress.ended(result);
        }
        progress.over();
        return results;
    }

    private Result run(Entry entry, Progress progress) throws IOException {
        Optional<String> missing = entry.scenario().requirement().missing().get();
        if (missing.isPresent()) {
            return Result.skipped(entry.run(), entry.scenario().kind(), missing.get());
        }
        Attempt attempt = new Attempt(entry.run(), entry.scenario(), order.store(), workshop);
        boolean repeatable = entry.run().mode() == Mode.SIMULATED && entry.round() > 0;
        Finished finished = repeatable
                ? attempt.inMemory(order.limit(), progress::goesOn)
                : attempt.inFolder(order.limit(), progress::goesOn);
        // Of many simulated runs only what is remarkable gets a folder: the others can be run
        // again.
        boolean remarkable = finished.result().conclusion() != Conclusion.HELD;
        return (repeatable && remarkable ? attempt.keep(finished) : finished).result();
    }
}
