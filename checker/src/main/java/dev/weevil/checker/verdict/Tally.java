package dev.weevil.checker.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * What a judge has found so far: how much there was to judge, what is broken, what cannot be told. A
 * verdict made from it says how much was judged, so that nobody takes silence for a pass. One thread.
 */
public final class Tally {

    private static final int MOST_SENTENCES = 4;

    private final List<String> broken = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();
    private long judged;

    /** One more thing was judged, whatever the outcome. */
    public void judged() {
        judged++;
    }

    /** So many more things were judged. */
    public void judged(long things) {
        judged += things;
    }

    /** The property does not hold: a whole sentence with who, what, expected and found. */
    public void broken(String sentence) {
        broken.add(sentence);
    }

    /** Whether the property holds cannot be told: a whole sentence that says why. */
    public void unclear(String sentence) {
        unclear.add(sentence);
    }

    /**
     * The verdict: invalid if anything is broken, else unknown if anything is unclear.
     *
     * @param things what was judged, in the plural: {@code orders accepted by correct replicas}
     * @param holds what is true of them if nothing is broken: {@code each number once per view}
     */
    public Verdict verdict(String things, String holds) {
        return conclusion(things, holds).withExplored(new Explored(judged, 0, 1, 1));
    }

    private Verdict conclusion(String things, String holds) {
        if (!broken.isEmpty()) {
            return Verdict.invalid(broken.get(0), List.of()).withExplanation(few(broken));
        }
        if (!unclear.isEmpty()) {
            return Verdict.unknown(unclear.get(0)).withExplanation(few(unclear));
        }
        return judged == 0
                ? Verdict.valid("There are no " + things + " in the trace: nothing was judged.")
                : Verdict.valid(judged + " " + things + ": " + holds + ".");
    }

    /** What goes wrong once often goes wrong ever after: the first few say it all. */
    private static List<String> few(List<String> sentences) {
        if (sentences.size() <= MOST_SENTENCES) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, MOST_SENTENCES));
        first.add("There are " + (sentences.size() - MOST_SENTENCES) + " more.");
        return first;
    }
}
