package dev.weevil.cli.suite;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a misspelled name was meant to be. */
final class Spelling {

    private Spelling() {}

    /** {@code , did you mean 'x'?}, or nothing where no name is near. */
    static String suggestion(String typed, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(nearest -> distance(typed, nearest) <= Math.max(2, typed.length() / 3))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** How many letters must be inserted, deleted or replaced: Levenshtein's distance. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
