package dev.weevil.reports.timeline;

import dev.weevil.engine.network.Frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What frames said, each content once: pairs of a field's name and its value, by dictionary numbers. */
final class Frames {

    private static final int MOST_FIELDS = 200;

    private final Dictionary dictionary;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> contents = new ArrayList<>();

    Frames(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    int number(Frame frame) {
        List<Integer> content = new ArrayList<>();
        frame.describe().forEach((path, value) -> {
            if (content.size() < 2 * MOST_FIELDS) {
                content.add(dictionary.number(path));
                content.add(dictionary.number(value));
            }
        });
        return numbers.computeIfAbsent(content, fresh -> {
            contents.add(fresh);
            return contents.size() - 1;
        });
    }

    void writeTo(Pack out) {
        out.column(contents.stream().mapToLong(List::size).toArray());
        out.column(contents.stream()
                .flatMap(List::stream)
                .mapToLong(Integer::longValue)
                .toArray());
    }
}
