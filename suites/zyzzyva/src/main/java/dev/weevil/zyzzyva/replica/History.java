package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests this replica has accepted, in order, above the last stable checkpoint: hist[n] of
 * section 5.1. Its end is maxN; how far it has been executed {@link Execution} knows.
 */
final class History {

    private final long stable;
    private final Digest stableDigest;
    private final List<Entry> entries;

    /** An empty history behind a checkpoint; number 0 and {@link Digest#ZERO} at the very beginning. */
    History(long stable, Digest stableDigest) {
        this(stable, stableDigest, List.of());
    }

    private History(long stable, Digest stableDigest, List<Entry> entries) {
        this.stable = stable;
        this.stableDigest = stableDigest;
        this.entries = new ArrayList<>(entries);
    }

    /** s, the number of the checkpoint it starts behind. */
    long stable() {
        return stable;
    }

    /** h_s. */
    Digest stableDigest() {
        return stableDigest;
    }

    /** maxN. */
    long last() {
        return stable + entries.size();
    }

    /** h at maxN. */
    Digest digest() {
        return entries.isEmpty()
                ? stableDigest
                : entries.get(entries.size() - 1).item().history();
    }

    /** Whether the number lies above the checkpoint and at or below the end. */
    boolean holds(long number) {
        return number > stable && number <= last();
    }

    /**
     * The entry of a number.
     *
     * @throws IndexOutOfBoundsException unless it {@link #holds} it
     */
    Entry entry(long number) {
        return entries.get(Math.toIntExact(number - stable - 1));
    }

    /** h at the number, where it is known. */
    Optional<Digest> digestAt(long number) {
        if (number == stable) {
            return Optional.of(stableDigest);
        }
        return holds(number) ? Optional.of(entry(number).item().history()) : Optional.empty();
    }

    /** The entries above the number, in order. */
    List<Entry> above(long number) {
        int from = Math.toIntExact(Math.max(0, Math.min(number, last()) - stable));
        return List.copyOf(entries.subList(from, entries.size()));
    }

    void append(Entry entry) {
        if (entry.number() != last() + 1) {
            throw new IllegalStateException(
                    "expected entry " + (last() + 1) + ", found " + entry.number());
        }
        entries.add(entry);
    }

    /**
     * The same history behind a later checkpoint (8.2). What contradicts the checkpoint is dropped with
     * it; what follows it stays.
     */
    History behind(long number, Digest digest) {
        boolean same = digestAt(number).filter(digest::equals).isPresent();
        return new History(number, digest, same ? above(number) : List.of());
    }
}
