package dev.weevil.zyzzyva.conformance;

import java.util.List;

/** Section 17.2: slow or silent backups, scenarios 11 to 20. */
final class SlowBackups {

    private SlowBackups() {}

    static List<Trial> trials() {
        return List.of();
    }
}
