package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.workload.Request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of the key-value service, as scenarios write them down. */
final class Ask {

    private Ask() {}

    static Request put(String key, String value) {
        return new Request("put", Optional.of(key), value);
    }

    static Request get(String key) {
        return new Request("get", Optional.of(key), null);
    }

    static Request cas(String key, String from, String to) {
        return new Request("cas", Optional.of(key), List.of(from, to));
    }

    static Request append(String key, String suffix) {
        return new Request("append", Optional.of(key), suffix);
    }

    /** So many puts of different values to one key. */
    static List<Request> puts(String key, int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> put(key, key + "." + n))
                .toList();
    }
}
