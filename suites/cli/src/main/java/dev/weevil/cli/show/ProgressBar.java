package dev.weevil.cli.show;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

/** One line that is drawn over, and is gone at the end. */
final class ProgressBar implements Progress {

    private static final int CELLS = 20;
    private static final int COLUMNS = 79;

    private final Terminal terminal;
    private final Tally tally;

    ProgressBar(Terminal terminal, int runs) {
        this.terminal = terminal;
        this.tally = new Tally(runs);
    }

    @Override
    public void begins(RunName run) {
        tally.begins(run, terminal.nanos().getAsLong());
        goesOn();
    }

    @Override
    public void goesOn() {
        int full = (int) (tally.share() * CELLS);
        String bar = "[" + "#".repeat(full) + "-".repeat(CELLS - full) + "] ";
        draw(bar + tally.inWords(terminal.nanos().getAsLong()));
    }

    @Override
    public void ended(Result result) {
        tally.ended(result);
        goesOn();
    }

    @Override
    public void over() {
        draw("");
        terminal.err().print("\r");
        terminal.err().flush();
    }

    /** A longer line would wrap, and could not be drawn over. */
    private void draw(String line) {
        String fitting = line.substring(0, Math.min(line.length(), COLUMNS));
        terminal.err().printf("\r%-" + COLUMNS + "s", fitting);
        terminal.err().flush();
    }
}
