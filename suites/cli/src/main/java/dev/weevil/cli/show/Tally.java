package dev.weevil.cli.show;

import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

import java.time.Duration;
import java.util.Optional;

/** How far a campaign has come. */
final class Tally {

    private final int runs;
    private int done;
    private int held;
    private Optional<RunName> current = Optional.empty();
    private long begunNanos;

    Tally(int runs) {
        this.runs = runs;
    }

    void begins(RunName run, long nanos) {
        current = Optional.of(run);
        begunNanos = nanos;
    }

    void ended(Result result) {
        current = Optional.empty();
        done++;
        held += result.conclusion() == Conclusion.HELD ? 1 : 0;
    }

    double share() {
        return (double) done / runs;
    }

    /** {@code 3/10 done, 3 as expected; mute-backup live, 12 s}. */
    String inWords(long nanos) {
        String far = done + "/" + runs + " done, " + held + " as expected";
        long seconds = Duration.ofNanos(nanos - begunNanos).toSeconds();
        return far
                + current.map(run ->
                                "; " + run.scenario() + " " + run.mode() + ", " + seconds + " s")
                        .orElse("");
    }
}
