package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks by the plain search alone, key by key. */
final class Plain {

    private Plain() {}

    static boolean isLegal(Operations operations, Model<?> model) {
        Map<Integer, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (model.takesPart(operations.call(i))) {
                byKey.computeIfAbsent(operations.key(i), key -> new ArrayList<>())
                        .add(i);
            }
        }
        return byKey.values().stream()
                .map(chosen -> chosen.stream().mapToInt(Integer::intValue).toArray())
                .map(operations::select)
                .allMatch(part -> new PlainSearch<>(part, model).decide());
    }
}
