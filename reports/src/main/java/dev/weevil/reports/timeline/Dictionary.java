package dev.weevil.reports.timeline;

import dev.weevil.reports.html.Visible;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every text once, in the order it was first met, made fit to be seen. The empty text is number 0. */
final class Dictionary {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Dictionary() {
        number("");
    }

    int number(String text) {
        String shown = Visible.of(text);
        Integer known = numbers.get(shown);
        if (known == null) {
            known = numbers.size();
            numbers.put(shown, known);
        }
        return known;
    }

    /** The constant's name in lower case. */
    int number(Enum<?> constant) {
        return number(constant.name().toLowerCase(Locale.ROOT));
    }

    void writeTo(Pack out) {
        out.unsigned(numbers.size());
        numbers.keySet().forEach(out::text);
    }
}
