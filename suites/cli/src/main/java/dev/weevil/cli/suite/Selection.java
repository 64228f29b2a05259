package dev.weevil.cli.suite;

import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import java.util.List;

/** Scenarios of one suite. */
public record Selection(Suite suite, List<Scenario> scenarios) {

    /** What the first scenario is called: with its suite, and without. */
    List<String> names() {
        String scenario = scenarios.get(0).name();
        return List.of(suite.name() + "/" + scenario, scenario);
    }
}
