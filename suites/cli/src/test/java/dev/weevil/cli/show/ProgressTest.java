package dev.weevil.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A bar on a terminal, one line every ten seconds elsewhere, colour only where it is wanted. */
class ProgressTest {

    private static final RunName RUN = new RunName("ledger", "slow", Mode.LIVE, new Seed(3));
    private static final Result FAILED =
            Result.unfinished(RUN, Kind.HOLDS, Conclusion.FAILED, "the port was taken");

    private final StringWriter screen = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void elsewhereALineTellsEveryTenSeconds() {
        Progress progress = terminal(false, false).progress(4);

        progress.begins(RUN);
        for (int second = 0; second < 25; second++) {
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            progress.goesOn();
        }
        progress.ended(FAILED);
        progress.over();

        assertThat(screen.toString().lines())
                .containsExactly(
                        "0/4 done, 0 as expected; slow live, 10 s",
                        "0/4 done, 0 as expected; slow live, 20 s");
    }

    @Test
    void onATerminalABarIsDrawnOverAndGoneAtTheEnd() {
        Progress progress = terminal(true, false).progress(4);

        progress.begins(RUN);
        progress.ended(FAILED);
        assertThat(screen.toString()).contains("[#####---------------] 1/4 done", "\r");
        progress.over();

        assertThat(screen.toString()).doesNotContain("\n").endsWith(" ".repeat(79) + "\r");
    }

    @Test
    void theTableIsColouredOnlyWhereAsked() {
        assertThat(table(true)).contains("\u001b[31mfailed\u001b[0m");
        assertThat(table(false)).contains("failed", "the port was taken").doesNotContain("\u001b");
    }

    @Test
    void theTableTellsHowToRunItAgain() {
        assertThat(table(false)).contains("again: java -jar w.jar run ledger/slow --live --seed 3");
    }

    private String table(boolean colour) {
        StringWriter out = new StringWriter();
        new ResultTable(List.of(FAILED), colour, "java -jar w.jar")
                .print(new PrintWriter(out), Optional.empty());
        return out.toString();
    }

    private Terminal terminal(boolean interactive, boolean colour) {
        return new Terminal(
                new PrintWriter(screen), interactive, colour, clock::get, "java -jar w.jar");
    }
}
