package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios of PROTOCOL.md, section 17, each under its number. */
public final class ConformanceSuite implements Suite {

    @Override
    public String name() {
        return "zyzzyva-conformance";
    }

    @Override
    public String describe() {
        return "the numbered scenarios of the protocol: what each must do, and be seen to do";
    }

    @Override
    public List<Scenario> scenarios() {
        return Stream.of(
                        GraciousExecutions.trials(),
                        ReadsAndReplies.trials(),
                        SlowBackups.trials(),
                        LyingBackups.trials(),
                        LossAndHoles.trials(),
                        Retransmissions.trials(),
                        FaultyPrimaries.trials(),
                        LyingPrimaries.trials(),
                        ViewChangeScenarios.trials(),
                        CheckpointScenarios.trials(),
                        FaultyClients.trials(),
                        TheFlaw.trials())
                .flatMap(List::stream)
                .map(Trial::scenario)
                .sorted(Comparator.comparingInt(ConformanceSuite::number))
                .toList();
    }

    /** Of one number, the runs stay in the order of their list. */
    private static int number(Scenario scenario) {
        return Integer.parseInt(scenario.name().split("/", 2)[0]);
    }
}
