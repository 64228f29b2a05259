package dev.weevil.cli.replay;

import dev.weevil.cli.suite.Attempt;
import dev.weevil.cli.suite.Finished;
import dev.weevil.cli.suite.Workshop;
import dev.weevil.cli.usage.BadInput;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.artefact.BadRun;
import dev.weevil.engine.run.artefact.PlanFile;
import dev.weevil.engine.run.artefact.Ran;
import dev.weevil.engine.run.artefact.ResultFile;
import dev.weevil.engine.run.artefact.RunFolder;
import dev.weevil.engine.run.artefact.RunStore;
import dev.weevil.engine.trace.TraceReader;
import dev.weevil.engine.trace.UnreadableTrace;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One recorded run, and the same plan run again. */
final class Replay {

    private final RunFolder folder;
    private final PlanFile recorded;
    private final ResultFile result;
    private final Attempt attempt;
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * Prepares it.
     *
     * @throws BadRun if the folder's files do not say what was run
     */
    Replay(RunFolder folder, Scenario scenario, RunStore store, Workshop workshop) throws BadRun {
        this.folder = folder;
        this.recorded = PlanFile.read(folder);
        this.result = ResultFile.read(folder);
        this.attempt = new Attempt(recorded.run(), scenario, store, workshop);
    }

    /** Runs the plan again, and compares. */
    Replayed run(Duration limit, Runnable tick) throws IOException {
        facts.put("run", folder.path().toString());
        facts.put("mode", recorded.run().mode().toString());
        boolean samePlan = recorded.isOf(attempt.plan());
        if (!samePlan) {
            say("the plan has changed since: its settings, adversary or workload are not those of "
                    + folder.plan());
        }
        boolean same = recorded.run().mode() == Mode.SIMULATED
                ? simulated(limit, tick)
                : live(limit, tick);
        facts.put("match", same && samePlan);
        return new Replayed(same && samePlan, sentences, facts);
    }

    private boolean simulated(Duration limit, Runnable tick) throws IOException {
        Finished finished = attempt.inMemory(limit, tick);
        String before = result.digest().orElse("none");
        String now = finished.result().digest().orElse("none");
        facts.put("recorded", before);
        facts.put("replayed", now);
        if (before.equals(now) && !now.equals("none")) {
            say("the same trace again, digest " + now + "; " + verdict(finished));
            return true;
        }
        RunFolder again = attempt.keep(finished).folder().orElseThrow();
        Optional<Divergence> parting = Files.exists(again.trace())
                ? Divergence.of(folder.trace(), again.trace())
                : Optional.of(Divergence.whole(finished.result().why()));
        if (parting.isPresent()) {
            say("another trace: digest " + now + ", recorded " + before);
            say("line " + parting.get().line() + " was: " + parting.get().recorded());
            say("line " + parting.get().line() + " is:  " + parting.get().replayed());
            say("the new run: " + again.path());
            return false;
        }
        say("the same trace as far as both runs went; one of them was ended before its time");
        return true;
    }

    private boolean live(Duration limit, Runnable tick) throws IOException {
        Decisions before = decisions();
        Finished finished = attempt.inFolder(limit, tick);
        Decisions now = finished.ran()
                .map(Ran::trace)
                .map(Decisions::of)
                .orElseGet(() -> new Decisions(Map.of()));
        int again = before.again(now);
        facts.put("recorded", result.verdict());
        facts.put("replayed", finished.result().verdict().toString());
        facts.put("decisions", before.total());
        facts.put("appliedAgain", again);
        facts.put("newDecisions", now.total() - now.again(before));
        say(again + " of " + before.total() + " recorded decisions could be applied again; "
                + (now.total() - now.again(before)) + " were new");
        say(verdict(finished) + ", recorded " + result.verdict());
        finished.result().report().ifPresent(page -> say("report: " + page));
        return result.verdict().equals(finished.result().verdict().toString());
    }

    private Decisions decisions() throws IOException {
        try {
            return Decisions.of(TraceReader.read(folder.trace()).trace());
        } catch (UnreadableTrace unreadable) {
            throw new BadInput(unreadable.getMessage());
        }
    }

    private void say(String sentence) {
        sentences.add(sentence);
    }

    private static String verdict(Finished finished) {
        return "verdict " + finished.result().verdict();
    }
}
