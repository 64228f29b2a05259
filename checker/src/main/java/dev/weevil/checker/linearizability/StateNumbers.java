package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Values;
import dev.weevil.checker.model.Models;

import java.util.Arrays;

/** Numbers the values of a history anew, in the order they are met; the initial one is 0. Reused. */
final class StateNumbers {

    private int[] number = new int[0];
    private int[] stamp = new int[0];
    private int round;
    private int count;

    /** Begins again. */
    void reset(Values values, Object initial) {
        if (stamp.length < values.size()) {
            int capacity = Math.max(64, values.size());
            number = new int[capacity];
            stamp = new int[capacity];
            round = 0;
        }
        if (++round == 0) {
            Arrays.fill(stamp, 0);
            round = 1;
        }
        count = 1;
        int first = initial.equals(Models.NIL) ? Values.NIL : values.find(initial);
        if (first >= 0) {
            stamp[first] = round;
            number[first] = 0;
        }
    }

    /** The number of the value with this id. */
    int of(int value) {
        if (stamp[value] != round) {
            stamp[value] = round;
            number[value] = count++;
        }
        return number[value];
    }

    int count() {
        return count;
    }
}
