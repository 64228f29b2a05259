package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * I13: no valid proof of misbehaviour names a correct primary. A valid one would need two orders of
 * the primary's own that contradict each other (M1), so that all orders of a correct primary are held
 * against each other; and no correct replica may hold a correct primary to be convicted.
 */
record ProofSoundness() implements Oracle {

    @Override
    public String name() {
        return "i13-proof-soundness";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        HistoryChain chain = new HistoryChain(reading.settings().historyCoversNd());
        Map<Long, Given> byView = new HashMap<>();
        Set<Object> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Tally tally = new Tally();
        for (Wire.Passage passage : reading.wire().sent()) {
            if (!read.add(passage.message())) {
                continue;
            }
            if (passage.message() instanceof ProofOfMisbehavior) {
                tally.judged();
            } else if (passage.message() instanceof OrderRequest order
                    && isOf(passage.from().node(), order, reading)) {
                byView.computeIfAbsent(order.view(), view -> new Given(order.view(), chain))
                        .take(passage.from().node(), order, tally);
            }
        }
        convictions(reading, tally);
        return tally.verdict(
                "orders of correct primaries and proofs of misbehaviour",
                "none convicts a correct primary");
    }

    private static boolean isOf(NodeId sender, OrderRequest order, Reading reading) {
        return order.view() >= 0
                && reading.correct().has(sender)
                && reading.settings().quorums().primary(order.view()).equals(sender);
    }

    private static void convictions(Reading reading, Tally tally) {
        for (Reading.Told told : reading.told(Facts.CONVICTED)) {
            NodeId primary = reading.settings().quorums().primary(told.fact().view());
            tally.judged();
            if (reading.correct().has(primary)) {
                tally.broken(told.node() + " holds " + primary + ", the primary of view "
                        + told.fact().view() + ", to be convicted ("
                        + told.fact().detail()
                        + "); expected no proof against a correct primary.");
            }
        }
    }

    /** What the correct primary of one view has ordered. */
    private static final class Given {

        private final long view;
        private final HistoryChain chain;
        private final Map<Long, OrderedItem> items = new HashMap<>();
        private final Map<Digest, Long> numbers = new HashMap<>();

        Given(long view, HistoryChain chain) {
            this.view = view;
            this.chain = chain;
        }

        void take(NodeId primary, OrderRequest order, Tally tally) {
            for (long n = order.first(); n <= order.last(); n++) {
                take(primary, n, order.item(n), tally);
            }
        }

        private void take(NodeId primary, long number, OrderedItem item, Tally tally) {
            OrderedItem before = items.putIfAbsent(number, item);
            tally.judged(before == null ? 1 : 0);
            if (before != null && !before.sameOrder(item)) {
                tally.broken(primary + " gave number " + number + " of view " + view
                        + " to request " + item.request().brief() + " with history "
                        + item.history().brief() + "; expected request "
                        + before.request().brief() + " with history "
                        + before.history().brief()
                        + ", as it had ordered before.");
            }
            Long other = numbers.putIfAbsent(item.request(), number);
            if (other != null && other != number) {
                tally.broken(primary + " ordered request " + item.request().brief()
                        + " of view " + view + " at number " + number + "; expected only number "
                        + other + ", where it had ordered it before.");
            }
            OrderedItem previous = items.get(number - 1);
            if (previous != null && !chain.follows(previous.history(), item)) {
                tally.broken(primary + " ordered history " + item.history().brief()
                        + " at number " + number + " of view " + view
                        + "; expected one that continues its own "
                        + previous.history().brief() + ".");
            }
        }
    }
}
