package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.Optional;
import java.util.TreeMap;

/** The history of one replica as it tells of it: what it accepted, less what it undid. */
final class OwnLog {

    private final TreeMap<Long, Digest> histories = new TreeMap<>();
    private long last;

    OwnLog() {
        histories.put(0L, Digest.ZERO);
    }

    /** maxN. */
    long last() {
        return last;
    }

    /** h at the number, where the replica told it. */
    Optional<Digest> at(long number) {
        return Optional.ofNullable(histories.get(number));
    }

    /** Takes a fact into account, if it changes the history. */
    void take(Fact fact) {
        switch (fact.name()) {
            case Fact.ACCEPTED -> accept(fact);
            case Fact.ROLLED_BACK -> undoAbove(fact.sequence());
            case Fact.TRANSFERRED -> replaceUpTo(fact.sequence());
            case Facts.RESTORED -> restoreTo(fact);
            default -> {}
        }
    }

    private void accept(Fact fact) {
        histories.tailMap(fact.sequence(), true).clear();
        histories.put(fact.sequence(), fact.digest());
        last = fact.sequence();
    }

    /** What had not reached its disk nobody was told (5.1). */
    private void restoreTo(Fact fact) {
        undoAbove(fact.sequence());
        histories.put(fact.sequence(), fact.digest());
        last = fact.sequence();
    }

    private void undoAbove(long number) {
        histories.tailMap(number, false).clear();
        last = Math.min(last, number);
    }

    /** Whatever it held up to there is now what others proved; it does not tell the digests. */
    private void replaceUpTo(long number) {
        histories.headMap(number, true).clear();
        last = Math.max(last, number);
    }
}
