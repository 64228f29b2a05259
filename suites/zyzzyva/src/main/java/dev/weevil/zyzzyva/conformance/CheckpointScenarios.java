package dev.weevil.zyzzyva.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Section 17.6: checkpoints and state transfer, scenarios 61 to 67. */
final class CheckpointScenarios {

    private CheckpointScenarios() {}

    static List<Trial> trials() {
        return Stream.of(Checkpointing.trials(), TheFlaw.atACheckpoint())
                .flatMap(List::stream)
                .toList();
    }
}
