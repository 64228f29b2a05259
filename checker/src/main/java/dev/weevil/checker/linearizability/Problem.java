package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** One part of a history, loaded, with the model it is to be checked against. */
record Problem(Operations operations, Model<?> model, Chronology chronology, int part) {

    /** The number in the history of an operation of the part. */
    int original(int i) {
        return chronology.original[i];
    }

    /** This part is legal in this order of its operations. */
    Finding valid(int[] order) {
        return found(Finding.Answer.VALID, order, new int[0], List::of);
    }

    /** This part is illegal because of these of its operations. */
    Finding invalid(String reason, int... culprits) {
        return invalid(() -> reason, culprits);
    }

    /** The same where the reason takes longer to word than to find. */
    Finding invalid(Supplier<String> reason, int... culprits) {
        return found(Finding.Answer.INVALID, new int[0], culprits, () -> List.of(reason.get()));
    }

    private Finding found(
            Finding.Answer answer, int[] order, int[] culprits, Supplier<List<String>> why) {
        return new Finding(
                part,
                answer,
                why,
                new Explored(chronology.size, 0, 1, 0),
                chronology.originals(order),
                chronology.originals(distinct(culprits)));
    }

    private static int[] distinct(int[] culprits) {
        int count = 0;
        int[] kept = new int[culprits.length];
        for (int culprit : culprits) {
            int at = 0;
            while (at < count && kept[at] != culprit) {
                at++;
            }
            kept[at] = culprit;
            count = Math.max(count, at + 1);
        }
        return Arrays.copyOf(kept, count);
    }

    /** The operation in words, to begin a sentence with or not. */
    String words(int i) {
        return operations.get(original(i)).toString();
    }
}
