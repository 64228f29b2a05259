package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.agreement.Position;
import dev.weevil.checker.agreement.PrefixOrder;
import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.run.Narrator;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.story.LostRequest;

import java.util.List;

/**
 * I1, the paper's safety property (section 10): of any two requests that correct clients completed,
 * the history of the lower number is a prefix of the other's. It holds of the fast path as well,
 * where no replica has decided anything yet.
 */
record HistoryPrefix() implements Narrator {

    @Override
    public String name() {
        return "i1-history-prefix";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        List<Position<Digest>> positions = Completion.in(reading).stream()
                .map(done -> new Position<>(done.inWords(), done.number(), done.history()))
                .toList();
        Tally tally = new Tally();
        PrefixOrder.check(positions, reading.histories().lineage(), Digest::brief, tally);
        return tally.verdict("completed requests of correct clients", "all on one history");
    }

    @Override
    public List<String> story(Trace trace) {
        return LostRequest.in(trace);
    }
}
