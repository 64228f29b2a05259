package dev.weevil.checker.agreement;

import dev.weevil.checker.verdict.Tally;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All of these histories lie on one line: of any two, the shorter is a prefix of the longer. */
public final class PrefixOrder {

    private PrefixOrder() {}

    /**
     * Judges positions against each other. Being a prefix is transitive, so that each is compared
     * with the next longer one only; where links are missing between two, that is unclear.
     *
     * @param inWords a history's name for people
     * @param tally where every position is counted and every contradiction told
     */
    public static <H> void check(
            Collection<Position<H>> positions,
            Lineage<H> lineage,
            Function<H, String> inWords,
            Tally tally) {
        List<Position<H>> byLength = positions.stream()
                .sorted(Comparator.comparingLong(Position::length))
                .toList();
        tally.judged(byLength.size());
        for (int i = 1; i < byLength.size(); i++) {
            compare(byLength.get(i - 1), byLength.get(i), lineage, inWords, tally);
        }
    }

    private static <H> void compare(
            Position<H> shorter,
            Position<H> longer,
            Lineage<H> lineage,
            Function<H, String> inWords,
            Tally tally) {
        Optional<H> there = lineage.prefix(longer.history(), longer.length(), shorter.length());
        if (there.isEmpty()) {
            tally.unclear(shorter.who() + ", " + longer.who() + ", and nobody tells what history "
                    + inWords.apply(longer.history()) + " is at " + shorter.length() + ".");
        } else if (!there.get().equals(shorter.history())) {
            tally.broken(shorter.who() + " with history " + inWords.apply(shorter.history())
                    + ", but " + longer.who() + " with history "
                    + inWords.apply(longer.history())
                    + (longer.length() == shorter.length()
                            ? "."
                            : ", which at " + shorter.length() + " is " + inWords.apply(there.get())
                                    + "."));
        }
    }
}
