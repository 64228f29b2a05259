package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.4: faulty primaries, scenarios 33 to 44. */
final class FaultyPrimaries {

    private FaultyPrimaries() {}

    static List<Trial> trials() {
        return List.of();
    }
}
