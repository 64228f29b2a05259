package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What becomes of objects that only grow between replacements: a state that is the beginning of nothing
 * that was seen is as good as any other such state, so the search needs one for all of them.
 */
final class Growth {

    private final boolean growing;
    private final TreeSet<String> texts = new TreeSet<>();
    private final List<List<?>> lists = new ArrayList<>();

    Growth(Model<?> model) {
        this.growing = model.family() == Family.APPENDABLE || model.family() == Family.LIST;
    }

    /** Whether the model is of this sort. */
    boolean applies() {
        return growing;
    }

    /** Takes note of what a call saw. */
    void note(Call call) {
        Object seen = seen(call);
        if (seen instanceof String text) {
            texts.add(text);
        } else if (seen instanceof List<?> list) {
            lists.add(list);
        }
    }

    private static Object seen(Call call) {
        if (call.function().equals("cas")) {
            return call.argument() instanceof List<?> pair && !pair.isEmpty() ? pair.get(0) : null;
        }
        return call.completed() && !grows(call) ? call.result() : null;
    }

    static boolean grows(Call call) {
        return call.function().equals("append");
    }

    /** Whether anything seen begins with this state, or it cannot be told. */
    boolean leadsSomewhere(Object state) {
        if (state instanceof String text) {
            String least = texts.ceiling(text);
            return least != null && least.startsWith(text);
        }
        if (state instanceof List<?> list) {
            return lists.stream().anyMatch(seen -> begins(list, seen));
        }
        return true;
    }

    /** Whether a state may grow into what a read saw. */
    static boolean mayGrow(Object state, Call read) {
        if (state instanceof String text) {
            return read.result() instanceof String whole && whole.startsWith(text);
        }
        return !(state instanceof List<?> list)
                || !(read.result() instanceof List<?> whole)
                || begins(list, whole);
    }

    /** Whether what a read saw may have begun with what a call wrote. */
    static boolean mayBegin(Call write, Call read) {
        Object made = write.argument();
        if (write.function().equals("cas") && made instanceof List<?> pair && pair.size() == 2) {
            made = pair.get(1);
        }
        return !(made instanceof String text)
                || !(read.result() instanceof String whole)
                || whole.startsWith(text);
    }

    private static boolean begins(List<?> list, List<?> whole) {
        return list.size() <= whole.size() && whole.subList(0, list.size()).equals(list);
    }
}
