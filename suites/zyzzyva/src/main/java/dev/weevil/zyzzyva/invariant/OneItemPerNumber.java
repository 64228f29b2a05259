package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * I5: a correct replica accepts one item per number and view, and each continues its own history:
 * h_n = H(h_{n-1}, ...). Only a proven state that replaced what it held lets it accept another, or a
 * crash before it had told anybody.
 */
record OneItemPerNumber() implements Oracle {

    private record Place(long view, long number) {}

    @Override
    public String name() {
        return "i5-one-item-per-number";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Histories histories = reading.histories();
        HistoryChain chain = new HistoryChain(reading.settings().historyCoversNd());
        Map<Endpoint, Replica> replicas = new TreeMap<>();
        Tally tally = new Tally();
        for (Reading.Told told :
                reading.told(Fact.ACCEPTED, Fact.ROLLED_BACK, Fact.TRANSFERRED, Facts.RESTORED)) {
            replicas.computeIfAbsent(told.node(), node -> new Replica(node, histories, chain))
                    .take(told.fact(), tally);
        }
        return tally.verdict(
                "items accepted by correct replicas",
                "one per number and view, each continuing its replica's history");
    }

    private static final class Replica {

        private final Endpoint node;
        private final Histories histories;
        private final HistoryChain chain;
        private final OwnLog log = new OwnLog();
        private final Map<Place, Digest> accepted = new HashMap<>();

        Replica(Endpoint node, Histories histories, HistoryChain chain) {
            this.node = node;
            this.histories = histories;
            this.chain = chain;
        }

        void take(Fact fact, Tally tally) {
            if (fact.name().equals(Fact.ACCEPTED)) {
                tally.judged();
                once(fact, tally);
                continues(fact, tally);
            } else if (fact.name().equals(Fact.TRANSFERRED)) {
                accepted.clear();
            } else if (fact.name().equals(Facts.RESTORED)) {
                accepted.keySet().removeIf(place -> place.number() > fact.sequence());
            }
            log.take(fact);
        }

        private void once(Fact fact, Tally tally) {
            Place place = new Place(fact.view(), fact.sequence());
            Digest before = accepted.put(place, fact.digest());
            if (before != null && !before.equals(fact.digest())) {
                tally.broken(node + " accepted history " + fact.digest().brief() + " at number "
                        + fact.sequence() + " of view " + fact.view() + "; expected "
                        + before.brief() + ", which it had accepted there before.");
            }
        }

        private void continues(Fact fact, Tally tally) {
            Optional<Digest> before = log.at(fact.sequence() - 1);
            Optional<OrderedItem> item = histories.item(fact.digest());
            if (before.isPresent()
                    && item.isPresent()
                    && !chain.follows(before.get(), item.get())) {
                tally.broken(node + " accepted history " + fact.digest().brief() + " at number "
                        + fact.sequence() + " of view " + fact.view()
                        + "; expected what continues its own " + before.get().brief() + " at "
                        + (fact.sequence() - 1) + ".");
            }
        }
    }
}
