package dev.weevil.checker.format;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The numbers of clients. Those that go by names get negative ones; a nemesis is no client. */
final class Clients {

    private final TreeMap<String, Long> named = new TreeMap<>();

    /** The client of a {@code :process}, empty for one that is none. */
    OptionalLong number(Object process) {
        if (process instanceof Long number) {
            return OptionalLong.of(number);
        }
        if (!(process instanceof String name) || name.contains("nemesis")) {
            return OptionalLong.empty();
        }
        if (name.matches("[0-9]{1,9}")) {
            return OptionalLong.of(Long.parseLong(name));
        }
        return OptionalLong.of(named.computeIfAbsent(name, unseen -> -1L - named.size()));
    }

    /** Who got which number, if anybody did. */
    Optional<String> remark() {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of("clients that go by names are numbered: " + named);
    }
}
