package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.3: lost messages, holes and duplicates, scenarios 21 to 32. */
final class LossAndHoles {

    private LossAndHoles() {}

    static List<Trial> trials() {
        return List.of();
    }
}
