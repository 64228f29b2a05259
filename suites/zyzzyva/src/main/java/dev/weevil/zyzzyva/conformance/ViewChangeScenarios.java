package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.5: view changes, scenarios 45 to 60. */
final class ViewChangeScenarios {

    private ViewChangeScenarios() {}

    static List<Trial> trials() {
        return List.of();
    }
}
