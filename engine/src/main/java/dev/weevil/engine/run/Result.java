package dev.weevil.engine.run;

import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one run: an entry of {@code result.json} and of {@code weevil run --output json}.
 *
 * @param why the verdict in words; what was missing, or what failed
 * @param wall how long running and judging took
 * @param digest of the trace; empty where there is none
 * @param report where the page of this run is; empty where there is none
 */
public record Result(
        RunName run,
        Kind kind,
        Answer verdict,
        Conclusion conclusion,
        String why,
        Evidence evidence,
        Duration wall,
        Optional<String> digest,
        Optional<String> report) {

    /** A run that was judged. */
    public static Result judged(RunName run, Kind kind, Plan plan, Judgement judgement) {
        Answer verdict = Answer.of(judgement.kind());
        Conclusion conclusion = judgement.unmet().isPresent()
                ? Conclusion.UNEXPECTED
                : Conclusion.of(expected(kind), verdict, judgement.vacuous());
        String why = judgement.unmet().orElse(judgement.summary());
        return plain(run, kind, verdict, conclusion, why).backedBy(Evidence.of(plan, judgement));
    }

    /** A run that this machine cannot do. */
    public static Result skipped(RunName run, Kind kind, String missing) {
        return plain(run, kind, Answer.SKIPPED, Conclusion.SKIPPED, missing);
    }

    /** A run that ended before it could be judged; the conclusion says how, the sentence why. */
    public static Result unfinished(RunName run, Kind kind, Conclusion conclusion, String why) {
        return plain(run, kind, Answer.UNKNOWN, conclusion, why);
    }

    private static Result plain(
            RunName run, Kind kind, Answer verdict, Conclusion conclusion, String why) {
        return new Result(
                run,
                kind,
                verdict,
                conclusion,
                why,
                Evidence.NONE,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /** What a scenario of this kind must answer. */
    public static Answer expected(Kind kind) {
        return kind == Kind.HOLDS ? Answer.VALID : Answer.INVALID;
    }

    public Answer expected() {
        return expected(kind);
    }

    /** Whether it is kept however old it gets: a violation that no control was made to show. */
    public boolean isViolation() {
        return verdict == Answer.INVALID && kind != Kind.CONTROL;
    }

    public Result backedBy(Evidence found) {
        return new Result(run, kind, verdict, conclusion, why, found, wall, digest, report);
    }

    /** With how long it took and the digest of what it recorded. */
    public Result recorded(Duration time, String trace) {
        return new Result(
                run, kind, verdict, conclusion, why, evidence, time, Optional.of(trace), report);
    }

    public Result reportedAt(String page) {
        return new Result(
                run, kind, verdict, conclusion, why, evidence, wall, digest, Optional.of(page));
    }

    /**
     * The entry as it is documented, in that order: name, mode, kind, seed, faults, corrupted, expected,
     * verdict, vacuous, operations, altered, wallMillis, report.
     */
    public Map<String, Object> entry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", run.scenario());
        entry.put("mode", run.mode().toString());
        entry.put("kind", kind.toString());
        entry.put("seed", run.seed().value());
        entry.put("faults", evidence.faults());
        entry.put(
                "corrupted", evidence.corrupted().stream().map(NodeId::toString).toList());
        entry.put("expected", expected().toString());
        entry.put("verdict", verdict.toString());
        entry.put("vacuous", evidence.vacuous());
        entry.put("operations", evidence.operations());
        entry.put("altered", evidence.altered());
        entry.put("wallMillis", wall.toMillis());
        entry.put("report", report.orElse(""));
        return entry;
    }
}
