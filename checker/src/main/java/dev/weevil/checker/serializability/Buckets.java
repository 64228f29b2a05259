package dev.weevil.checker.serializability;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Integers by bucket, as linked lists in arrays. */
final class Buckets {

    interface Visitor {

        void visit(int bucket, int value);
    }

    private static final int END = -1;

    private final int[] heads;
    private final IntColumn values = new IntColumn();
    private final IntColumn nexts = new IntColumn();

    Buckets(int buckets) {
        heads = new int[buckets];
        Arrays.fill(heads, END);
    }

    void add(int bucket, int value) {
        nexts.add(heads[bucket]);
        heads[bucket] = values.size();
        values.add(value);
    }

    boolean isEmpty(int bucket) {
        return heads[bucket] == END;
    }

    /** The values of one bucket, the latest first. */
    void forEach(int bucket, IntConsumer consumer) {
        for (int i = heads[bucket]; i != END; i = nexts.get(i)) {
            consumer.accept(values.get(i));
        }
    }

    void forEach(Visitor visitor) {
        for (int bucket = 0; bucket < heads.length; bucket++) {
            int at = bucket;
            forEach(bucket, value -> visitor.visit(at, value));
        }
    }
}
