package dev.weevil.zyzzyva.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Section 17.5: view changes, scenarios 45 to 60. */
final class ViewChangeScenarios {

    private ViewChangeScenarios() {}

    static List<Trial> trials() {
        return Stream.of(
                        LeavingViews.trials(),
                        NewViewLies.trials(),
                        ReportLies.trials(),
                        Survival.trials())
                .flatMap(List::stream)
                .toList();
    }
}
