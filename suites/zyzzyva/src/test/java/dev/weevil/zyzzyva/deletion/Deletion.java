package dev.weevil.zyzzyva.deletion;

import java.util.Arrays;
import java.util.List;

/**
 * A rule, and what of the code is it.
 *
 * @param rule its number in PROTOCOL.md
 * @param removed what is no longer done, in words
 */
record Deletion(String rule, String removed, List<Edit> edits) {

    Deletion {
        edits = List.copyOf(edits);
    }

    static Deletion of(String rule, String removed, Edit... edits) {
        return new Deletion(rule, removed, Arrays.asList(edits));
    }
}
