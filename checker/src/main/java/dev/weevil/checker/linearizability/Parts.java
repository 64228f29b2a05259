package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Splits a history into independent objects, leaving out what tells nothing; the largest first. */
final class Parts {

    private Parts() {}

    static List<Operations> of(Operations operations, Model<?> model) {
        Map<Object, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (model.takesPart(operations.call(i))) {
                byKey.computeIfAbsent(key(operations, i, model), key -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Operations> parts = new ArrayList<>();
        for (List<Integer> chosen : byKey.values()) {
            parts.add(operations.select(
                    chosen.stream().mapToInt(Integer::intValue).toArray()));
        }
        parts.sort(Collections.reverseOrder((a, b) -> Integer.compare(a.size(), b.size())));
        return parts;
    }

    private static Object key(Operations operations, int i, Model<?> model) {
        if (model.partition().isEmpty()) {
            return operations.key(i);
        }
        Function<Operation, Object> partition = model.partition().get();
        return partition.apply(operations.get(i));
    }
}
