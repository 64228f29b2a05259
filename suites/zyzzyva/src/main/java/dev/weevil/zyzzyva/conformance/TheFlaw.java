package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.8: the published flaw and its repair, scenarios 76 to 85. */
final class TheFlaw {

    private TheFlaw() {}

    static List<Trial> trials() {
        return List.of();
    }
}
