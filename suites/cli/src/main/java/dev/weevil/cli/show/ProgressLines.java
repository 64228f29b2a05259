package dev.weevil.cli.show;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

import java.util.concurrent.TimeUnit;

/** A line every ten seconds. */
final class ProgressLines implements Progress {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Terminal terminal;
    private final Tally tally;
    private long toldNanos;

    ProgressLines(Terminal terminal, int runs) {
        this.terminal = terminal;
        this.tally = new Tally(runs);
        this.toldNanos = terminal.nanos().getAsLong();
    }

    @Override
    public void begins(RunName run) {
        tally.begins(run, terminal.nanos().getAsLong());
        goesOn();
    }

    @Override
    public void goesOn() {
        long now = terminal.nanos().getAsLong();
        if (now - toldNanos >= INTERVAL_NANOS) {
            toldNanos = now;
            terminal.err().println(tally.inWords(now));
            terminal.err().flush();
        }
    }

    @Override
    public void ended(Result result) {
        tally.ended(result);
    }

    @Override
    public void over() {}
}
