package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.7: faulty clients, scenarios 68 to 75. */
final class FaultyClients {

    private FaultyClients() {}

    static List<Trial> trials() {
        return List.of();
    }
}
