package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.6: checkpoints and state transfer, scenarios 61 to 67. */
final class CheckpointScenarios {

    private CheckpointScenarios() {}

    static List<Trial> trials() {
        return TheFlaw.atACheckpoint();
    }
}
