package dev.weevil.engine.run.artefact;

import dev.weevil.engine.run.Answer;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Evidence;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.RunName;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.trace.Recorder;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one plan from its beginning to its result. For one thread, which may be interrupted.
 *
 * @param stop asked when the runner is back: why it was interrupted, if it was
 */
public record Execution(RunName run, Scenario scenario, Plan plan, Supplier<Optional<Stop>> stop) {

    /**
     * Runs and judges the plan. The interrupt that ended the run, if any, has been taken when this
     * returns, so that files can be written.
     *
     * @param sink is handed every event while the run goes on
     */
    public Ran with(Runner runner, Recorder sink) {
        long began = System.nanoTime();
        Recording recording = new Recording(plan.header(run.mode()), sink);
        Optional<String> failure = drive(runner, recording);
        Thread.interrupted();
        Optional<Stop> stopped = stop.get();
        Optional<Judgement> judgement = failure.isEmpty() || stopped.isPresent()
                ? Optional.of(Judgement.of(scenario, recording.trace()))
                : Optional.empty();
        Result result = result(stopped, failure, judgement);
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        return new Ran(
                scenario,
                plan,
                result.recorded(wall, recording.digest()),
                recording.trace(),
                judgement);
    }

    private Optional<String> drive(Runner runner, Recording recording) {
        try {
            runner.run(plan, recording);
            return Optional.empty();
        } catch (RunFailed failed) {
            return Optional.of(failed.getMessage());
        }
    }

    private Result result(
            Optional<Stop> stopped, Optional<String> failure, Optional<Judgement> judgement) {
        if (stopped.isEmpty() && judgement.isPresent()) {
            return Result.judged(run, scenario.kind(), plan, judgement.get());
        }
        Stop end = stopped.orElseGet(() -> new Stop(Conclusion.FAILED, failure.orElseThrow()));
        Evidence evidence =
                judgement.map(seen -> Evidence.of(plan, seen)).orElseGet(() -> Evidence.of(plan));
        String why = end.why() + judgement.map(Execution::soFar).orElse("");
        return Result.unfinished(run, scenario.kind(), end.conclusion(), why).backedBy(evidence);
    }

    private static String soFar(Judgement judgement) {
        String kind = Answer.of(judgement.kind()).toString();
        return "; " + judgement.completed() + " operations had completed, " + kind + " so far";
    }
}
