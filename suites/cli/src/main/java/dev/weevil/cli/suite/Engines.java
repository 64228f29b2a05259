package dev.weevil.cli.suite;

import dev.weevil.engine.live.LiveRunner;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.simulation.Simulation;

import java.nio.file.Path;

/** The runners that Weevil comes with. */
public final class Engines implements Runners {

    @Override
    public Runner runner(Mode mode, Path folder) {
        return switch (mode) {
            case SIMULATED -> new Simulation();
            case LIVE -> new LiveRunner(folder);
        };
    }
}
