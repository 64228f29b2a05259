package dev.weevil.zyzzyva.story;

import dev.weevil.engine.node.Invocation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Operations, times and lists as sentences have them. */
final class Words {

    private Words() {}

    /** {@code put y 2}, {@code cas x 0 -> 2}, {@code get x}. */
    static String of(Invocation invocation) {
        StringBuilder words = new StringBuilder(invocation.function());
        invocation.key().ifPresent(key -> words.append(' ').append(key));
        if (invocation.value() instanceof List<?> pair && pair.size() == 2) {
            words.append(' ').append(pair.get(0)).append(" -> ").append(pair.get(1));
        } else if (invocation.value() != null) {
            words.append(' ').append(invocation.value());
        }
        return words.toString();
    }

    /** {@code 1,358.385 ms}. */
    static String time(long nanos) {
        return String.format(Locale.ROOT, "%,.3f ms", nanos / 1e6);
    }

    /** {@code r0, r1 and r2}. */
    static String all(Collection<?> things) {
        List<String> names = things.stream().map(String::valueOf).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
