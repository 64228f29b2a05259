package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;

import java.util.function.Predicate;

/** Counts what correct nodes said of themselves: {@code Count.told(Fact.ACCUSED).by(R2)}. */
record Tellings(String fact, String words, Predicate<TraceEvent.Observed> which) implements Count {

    static Tellings of(String fact) {
        return new Tellings(fact, fact, seen -> true);
    }

    Tellings by(NodeId node) {
        return only("by " + node, seen -> seen.node().node().equals(node));
    }

    Tellings inView(long view) {
        return only("in view " + view, seen -> seen.fact().view() == view);
    }

    Tellings at(long number) {
        return only("at " + number, seen -> seen.fact().sequence() == number);
    }

    /** Those whose detail contains this. */
    Tellings saying(String text) {
        return only("'" + text + "'", seen -> seen.fact().detail().contains(text));
    }

    /**
     * Those that are so.
     *
     * @param how for the table
     */
    Tellings where(String how, Predicate<Fact> content) {
        return only(how, seen -> content.test(seen.fact()));
    }

    private Tellings only(String how, Predicate<TraceEvent.Observed> more) {
        return new Tellings(fact, words + " " + how, which.and(more));
    }

    @Override
    public long in(Transcript run) {
        return run.told(fact).filter(which).count();
    }
}
