package dev.weevil.checker.linearizability;

/**
 * One part's events, its operations renumbered from 0 in the order of their calls, with the slot each
 * occupies while it is pending. Reused from part to part; arrays are longer than their content.
 */
final class Chronology {

    /** Operations, and events, of this part. */
    int size;

    int length;

    /** How many operations return. */
    int returns;

    /** How many slots there are: first those that are reused, then one for each that never returns. */
    int slots;

    /** Slots below this are of operations that return. */
    int reusedSlots;

    /** By operation: its number in the history. */
    int[] original = new int[0];

    /** By operation: its events; one that never returns has {@code length} plus its number. */
    int[] call = new int[0];

    int[] end = new int[0];

    /** By operation: how many operations returned before its call. */
    int[] returnsBefore = new int[0];

    int[] slot = new int[0];

    /** By event: its operation, or the complement of that for a return. */
    int[] event = new int[0];

    /** By rank of return: the operation. */
    int[] returning = new int[0];

    private int[] free = new int[0];

    void load(Parts parts, int part, int[] localOf) {
        int from = parts.start(part);
        length = parts.length(part);
        size = 0;
        returns = 0;
        slots = 0;
        grow(length);
        int[] codes = parts.events();
        int freed = 0;
        for (int at = 0; at < length; at++) {
            int code = codes[from + at];
            if ((code & 1) == 0) {
                int i = size++;
                localOf[code >> 1] = i;
                original[i] = code >> 1;
                call[i] = at;
                end[i] = length + i;
                returnsBefore[i] = returns;
                slot[i] = freed > 0 ? free[--freed] : slots++;
                event[at] = i;
            } else {
                int i = localOf[code >> 1];
                end[i] = at;
                returning[returns++] = i;
                free[freed++] = slot[i];
                event[at] = ~i;
            }
        }
        reusedSlots = slots;
        if (returns < size) {
            keepSlotsOfOpenOperations();
        }
    }

    /** So that a slot is either of operations that return or of one that never does. */
    private void keepSlotsOfOpenOperations() {
        slots = 0;
        int freed = 0;
        for (int at = 0; at < length; at++) {
            int i = event[at];
            if (i < 0) {
                free[freed++] = slot[~i];
            } else if (returns(i)) {
                slot[i] = freed > 0 ? free[--freed] : slots++;
            }
        }
        reusedSlots = slots;
        for (int i = 0; i < size; i++) {
            if (!returns(i)) {
                slot[i] = slots++;
            }
        }
    }

    boolean returns(int i) {
        return end[i] < length;
    }

    private void grow(int events) {
        if (event.length >= events) {
            return;
        }
        int capacity = Math.max(64, events + events / 4);
        original = new int[capacity];
        call = new int[capacity];
        end = new int[capacity];
        returnsBefore = new int[capacity];
        slot = new int[capacity];
        event = new int[capacity];
        returning = new int[capacity];
        free = new int[capacity];
    }

    /** The numbers in the history of some operations of this part. */
    int[] originals(int[] local) {
        int[] numbers = new int[local.length];
        for (int i = 0; i < local.length; i++) {
            numbers[i] = original[local[i]];
        }
        return numbers;
    }
}
