package dev.weevil.zyzzyva.deletion;

import java.util.Arrays;
import java.util.List;

/**
 * A rule, and what of the code is it.
 *
 * @param rule its number in PROTOCOL.md
 * @param removed what is no longer done, in words
 * @param watchers numbers in section 17, or whole names, of scenarios that should notice
 */
record Deletion(String rule, String removed, List<String> watchers, List<Edit> edits) {

    Deletion {
        watchers = List.copyOf(watchers);
        edits = List.copyOf(edits);
    }

    static Deletion of(String rule, String removed, List<String> watchers, Edit... edits) {
        return new Deletion(rule, removed, watchers, Arrays.asList(edits));
    }

    /** Whether the scenario of this name should notice. */
    boolean isWatchedBy(String scenario) {
        return watchers.stream()
                .anyMatch(one -> scenario.equals(one) || scenario.startsWith(one + "/"));
    }
}
