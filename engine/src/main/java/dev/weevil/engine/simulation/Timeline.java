package dev.weevil.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What is yet to happen, by time; what was planned earlier happens first among equals. A binary heap
 * over its own entries: this is the innermost loop of a search.
 */
final class Timeline {

    private record Entry(long nanos, long order, Runnable happening) {

        boolean before(Entry other) {
            return nanos != other.nanos ? nanos < other.nanos : order < other.order;
        }
    }

    private final List<Entry> heap = new ArrayList<>(64);
    private long order;
    private long now;

    /** Virtual time since the start of the run. */
    long now() {
        return now;
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    /** When the next thing happens. */
    long nextNanos() {
        return heap.get(0).nanos();
    }

    void after(long delayNanos, Runnable happening) {
        int hole = heap.size();
        Entry entry = new Entry(now + delayNanos, order++, happening);
        heap.add(entry);
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (!entry.before(heap.get(parent))) {
                break;
            }
            heap.set(hole, heap.get(parent));
            hole = parent;
        }
        heap.set(hole, entry);
    }

    /** Lets the next thing happen. */
    void advance() {
        Entry first = heap.get(0);
        Entry last = heap.remove(heap.size() - 1);
        if (!heap.isEmpty()) {
            sink(last);
        }
        now = first.nanos();
        first.happening().run();
    }

    private void sink(Entry entry) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= heap.size()) {
                break;
            }
            if (child + 1 < heap.size() && heap.get(child + 1).before(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).before(entry)) {
                break;
            }
            heap.set(hole, heap.get(child));
            hole = child;
        }
        heap.set(hole, entry);
    }
}
