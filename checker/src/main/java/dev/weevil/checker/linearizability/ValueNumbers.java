package dev.weevil.checker.linearizability;

/**
 * One number for each value of a history that has been given one. Beginning anew forgets them all at
 * once: whatever was stamped before counts no more.
 */
final class ValueNumbers {

    private int[] number = new int[0];
    private int[] stamp = new int[0];
    private int stamped;

    /** Forgets everything, and makes room for values below this one. */
    void begin(int values) {
        if (stamp.length < values) {
            number = new int[values + values / 4];
            stamp = new int[values + values / 4];
            stamped = 0;
        }
        stamped++;
    }

    boolean knows(int value) {
        return stamp[value] == stamped;
    }

    void give(int value, int given) {
        stamp[value] = stamped;
        number[value] = given;
    }

    /** The number of a value that has one. */
    int of(int value) {
        return number[value];
    }
}
