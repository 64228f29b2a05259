package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.proof.HistoryChain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts over the histories that clients and replicas saw grow. */
final class Logs {

    private static final NodeId FIRST_PRIMARY = NodeId.replica(0);

    private Logs() {}

    /** Completions whose number is the one after that of the completion before. */
    static Count completedInOrder() {
        return Count.of("completed in order", run -> {
            long last = 0;
            long inOrder = 0;
            for (Fact fact : run.facts(Fact.COMPLETED)) {
                inOrder += fact.sequence() == last + 1 ? 1 : 0;
                last = fact.sequence();
            }
            return inOrder;
        });
    }

    static Count numbersCompleted() {
        return Count.of(
                "numbers completed",
                run -> run.facts(Fact.COMPLETED).stream()
                        .map(Fact::sequence)
                        .distinct()
                        .count());
    }

    static Count historiesCompleted() {
        return Count.of(
                "histories completed",
                run -> run.facts("completed-after").stream()
                        .map(Fact::digest)
                        .distinct()
                        .count());
    }

    /** The most that any correct replica ever held above its stable checkpoint. */
    static Count longest() {
        return Count.of("longest log", run -> {
            Map<NodeId, Long> stable = new TreeMap<>();
            long longest = 0;
            for (TraceEvent.Observed seen : run.of(TraceEvent.Observed.class).toList()) {
                NodeId node = seen.node().node();
                if (seen.fact().name().equals(Fact.STABLE)) {
                    stable.merge(node, seen.fact().sequence(), Math::max);
                } else if (seen.fact().name().equals(Fact.ACCEPTED)) {
                    long held = seen.fact().sequence() - stable.getOrDefault(node, 0L);
                    longest = Math.max(longest, held);
                }
            }
            return longest;
        });
    }

    /** Different states that correct replicas proved stable at this number. */
    static Count statesAt(long number) {
        return Count.of(
                "stable states at " + number,
                run -> run.facts(Fact.STABLE).stream()
                        .filter(fact -> fact.sequence() == number)
                        .map(Fact::digest)
                        .distinct()
                        .count());
    }

    /** ORDER-REQs of view 0, without repetitions. */
    private static Stream<OrderRequest> orders(Transcript run) {
        Set<Long> firsts = new HashSet<>();
        return run.sent(OrderRequest.class)
                .filter(envelope -> envelope.from().node().equals(FIRST_PRIMARY))
                .flatMap(envelope -> envelope.frame().message().stream())
                .map(OrderRequest.class::cast)
                .filter(order -> order.view() == 0 && firsts.add(order.first()));
    }

    static Count batches() {
        return Count.of("batches", run -> orders(run).count());
    }

    static Count biggestBatch() {
        return Count.of(
                "biggest batch",
                run -> orders(run)
                        .mapToLong(order -> order.items().size())
                        .max()
                        .orElse(0));
    }

    static Count severalInABatch() {
        return Count.of(
                "batches of several",
                run -> orders(run).filter(order -> order.items().size() > 1).count());
    }

    private static List<OrderedItem> items(Transcript run) {
        return orders(run).flatMap(order -> order.items().stream()).toList();
    }

    /** Numbers, from 1 on, that went to requests in the order in which these reached the primary. */
    static Count inOrderOfArrival() {
        return Count.of("numbered as they arrived", run -> {
            List<Request> arrived = arrivals(run);
            List<OrderedItem> items = items(run);
            int n = 0;
            while (n < Math.min(items.size(), arrived.size())
                    && arrived.get(n).equals(items.get(n).body().orElseThrow())) {
                n++;
            }
            return n;
        });
    }

    private static List<Request> arrivals(Transcript run) {
        Map<Long, Request> underway = new HashMap<>();
        List<Request> arrived = new ArrayList<>();
        for (TraceEvent event : run.trace().events()) {
            if (event instanceof TraceEvent.Sent sent) {
                sent.envelope()
                        .frame()
                        .message()
                        .filter(Request.class::isInstance)
                        .map(Request.class::cast)
                        .ifPresent(request -> underway.put(sent.envelope().id(), request));
            } else if (event instanceof TraceEvent.Delivered delivered
                    && delivered.to().node().equals(FIRST_PRIMARY)
                    && underway.containsKey(delivered.envelope())) {
                arrived.add(underway.get(delivered.envelope()));
            }
        }
        return arrived;
    }

    /** Numbers, from 1 on, whose history follows from the one before and the request alone. */
    static Count chainedOneByOne() {
        return Count.of("chained one by one", run -> {
            HistoryChain chain = new HistoryChain(true);
            Digest before = Digest.ZERO;
            long n = 0;
            for (OrderedItem item : items(run)) {
                if (!chain.follows(before, item)) {
                    break;
                }
                before = item.history();
                n++;
            }
            return n;
        });
    }

    /** Different results that clients were told. */
    static Count differentResults() {
        return Count.of(
                "different results",
                run -> Answers.cores(run).map(ResponseCore::reply).distinct().count());
    }

    /** The fewest answers that say the same of one request of one client. */
    static Count matchingAnswers() {
        return Count.of("fewest matching answers", run -> {
            Map<ResponseCore, Integer> matching = new HashMap<>();
            Answers.cores(run).forEach(core -> matching.merge(core, 1, Integer::sum));
            return matching.values().stream().mapToLong(count -> count).min().orElse(0);
        });
    }
}
