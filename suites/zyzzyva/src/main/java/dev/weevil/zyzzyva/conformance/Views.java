package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Counts over how views are left and entered. */
final class Views {

    private static final String NOT_FORMED = "has not formed";

    private Views() {}

    /** Replicas that left for the view with a VIEW-CHANGE (V3). */
    static Tellings left(long view) {
        return Count.told(Facts.PROMISED).inView(view).saying("left");
    }

    static Tellings entered(long view) {
        return Count.told(Facts.ENTERED).inView(view);
    }

    /** Accusations of the view's primary by correct replicas. */
    static Tellings accused(long view) {
        return Count.told(Fact.ACCUSED).inView(view);
    }

    /** Accusations because the view did not form in time (V7). */
    static Tellings gaveUp(long view) {
        return accused(view).saying(NOT_FORMED);
    }

    /** NEW-VIEWs that start from a report like this, counted per receiver. */
    static Sendings startedFrom(long view, String how, Predicate<ViewChange> report) {
        return Count.sent(NewView.class)
                .inView(view)
                .where(
                        how,
                        NewView.class,
                        proposal -> proposal.changes().stream().anyMatch(report));
    }

    /** NEW-VIEWs that start without any report of this replica. */
    static Sendings startedWithout(long view, NodeId replica) {
        return Count.sent(NewView.class)
                .inView(view)
                .where(
                        "without " + replica,
                        NewView.class,
                        proposal -> proposal.changes().stream()
                                .noneMatch(report -> report.replica().equals(replica)));
    }

    /** How long the first to give the view up had waited for it, in milliseconds. */
    static Count millisUntilGivenUp(long view) {
        return Count.simulated("ms until view " + view + " was given up", run -> {
            Map<Endpoint, Long> left = new HashMap<>();
            long least = Long.MAX_VALUE;
            for (TraceEvent.Observed seen : run.of(TraceEvent.Observed.class).toList()) {
                Fact fact = seen.fact();
                if (fact.view() != view) {
                    continue;
                }
                if (fact.name().equals(Facts.PROMISED)) {
                    left.putIfAbsent(seen.node(), seen.nanos());
                } else if (fact.name().equals(Fact.ACCUSED) && fact.detail().contains(NOT_FORMED)) {
                    least = Math.min(least, seen.nanos() - left.get(seen.node()));
                }
            }
            return least == Long.MAX_VALUE ? 0 : least / 1_000_000;
        });
    }
}
