package dev.weevil.checker.linearizability;

import dev.weevil.checker.verdict.Explored;

import java.util.List;
import java.util.function.Supplier;

/** What an engine found in one part. Operations are numbers in the history. */
final class Finding {

    /** What is known of the part. */
    enum Answer {
        VALID,
        INVALID,
        UNKNOWN
    }

    private final int part;
    private final Answer answer;
    private final int[] order;
    private final int[] culprits;
    private final Supplier<List<String>> reasons;
    private final Explored explored;

    /** Takes the arrays as its own. */
    Finding(
            int part,
            Answer answer,
            Supplier<List<String>> reasons,
            Explored explored,
            int[]... orderAndCulprits) {
        this.part = part;
        this.answer = answer;
        this.reasons = reasons;
        this.explored = explored;
        this.order = orderAndCulprits.length > 0 ? orderAndCulprits[0] : new int[0];
        this.culprits = orderAndCulprits.length > 1 ? orderAndCulprits[1] : new int[0];
    }

    int part() {
        return part;
    }

    Answer answer() {
        return answer;
    }

    boolean is(Answer wanted) {
        return answer == wanted;
    }

    /** When valid a legal order, otherwise the longest legal one found. */
    int[] order() {
        return order;
    }

    /** When invalid few operations to blame, as far as the engine knows; may be empty. */
    int[] culprits() {
        return culprits;
    }

    /** Why, in sentences, worded when asked for; may be empty. */
    List<String> reasons() {
        return reasons.get();
    }

    Explored explored() {
        return explored;
    }
}
