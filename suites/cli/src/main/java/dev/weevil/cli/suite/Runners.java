package dev.weevil.cli.suite;

import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Runner;

import java.nio.file.Path;

/** Who runs plans in which mode. */
public interface Runners {

    /**
     * The runner of one run.
     *
     * @param folder the run's own, where processes leave what they print
     */
    Runner runner(Mode mode, Path folder);
}
