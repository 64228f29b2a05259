package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.agreement.Lineage;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The map h_n → (h_{n-1}, d) of a run, kept from every order seen on the wire (I1). Digests are
 * chained, so that it does not matter who showed an order: whatever has the digest is the history.
 * Where the wire was not recorded, what replicas tell of their own histories takes its place.
 */
final class Histories {

    private final HistoryChain chain;
    private final Optional<Orders> orders;
    private final Lineage<Digest> lineage = new Lineage<>();
    private final Map<Digest, OrderedItem> items = new HashMap<>();
    /** d at the end of a history, as a replica told that executed it. */
    private final Map<Digest, Digest> executed = new HashMap<>();

    private Histories(ZyzzyvaSettings settings, Optional<Orders> orders) {
        this.chain = new HistoryChain(settings.historyCoversNd());
        this.orders = orders;
    }

    static Histories of(Trace trace, Wire wire, ZyzzyvaSettings settings) {
        Optional<Orders> orders = wire.format().map(format -> Orders.of(wire, format));
        Histories histories = new Histories(settings, orders);
        if (orders.isPresent()) {
            if (settings.rules() == Rules.PUBLISHED_TR) {
                histories.showNulls(orders.get(), settings.sizes().window());
            }
            histories.linkShown(orders.get());
        }
        histories.linkTold(trace);
        return histories;
    }

    private void linkShown(Orders shown) {
        Map<Long, Set<Digest>> known = known(shown);
        shown.items().forEach((number, candidates) -> {
            for (OrderedItem item : candidates) {
                for (Digest before : known.getOrDefault(number - 1, Set.of())) {
                    if (chain.follows(before, item)) {
                        lineage.link(item.history(), number, before);
                        items.putIfAbsent(item.history(), item);
                    }
                }
            }
        });
    }

    private static Map<Long, Set<Digest>> known(Orders shown) {
        Map<Long, Set<Digest>> known = new HashMap<>();
        known.put(0L, Set.of(Digest.ZERO));
        shown.ends()
                .forEach(end -> known.computeIfAbsent(end.number(), n -> new HashSet<>())
                        .add(end.history()));
        shown.items()
                .forEach((number, there) -> there.forEach(item ->
                        known.computeIfAbsent(number, n -> new HashSet<>()).add(item.history())));
        return known;
    }

    /** Null requests of a new view are never sent: they follow from where it ends (9.4). */
    private void showNulls(Orders shown, long window) {
        Map<Long, Set<Digest>> known = known(shown);
        for (Orders.End end : List.copyOf(shown.ends())) {
            for (long n = end.number() - 1; n >= Math.max(0, end.number() - window); n--) {
                for (Digest start : known.getOrDefault(n, Set.of())) {
                    showNulls(shown, n, start, end);
                }
            }
        }
    }

    private void showNulls(Orders shown, long from, Digest start, Orders.End end) {
        List<OrderedItem> nulls = new ArrayList<>();
        Digest history = start;
        for (long n = from; n < end.number(); n++) {
            history = chain.next(history, Digest.ZERO, Payload.EMPTY);
            nulls.add(new OrderedItem(history, Digest.ZERO, Payload.EMPTY, Optional.empty()));
        }
        if (history.equals(end.history())) {
            for (int i = 0; i < nulls.size(); i++) {
                shown.take(from + 1 + i, nulls.get(i));
            }
        }
    }

    private void linkTold(Trace trace) {
        Map<Endpoint, OwnLog> logs = new TreeMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.ProcessChanged changed && changed.up()) {
                logs.remove(changed.process());
            } else if (event instanceof TraceEvent.Observed seen) {
                OwnLog log = logs.computeIfAbsent(seen.node(), node -> new OwnLog());
                told(log, seen.fact());
                log.take(seen.fact());
            }
        }
    }

    private void told(OwnLog log, Fact fact) {
        if (fact.name().equals(Fact.ACCEPTED)) {
            log.at(fact.sequence() - 1)
                    .ifPresent(before -> lineage.link(fact.digest(), fact.sequence(), before));
        } else if (fact.name().equals(Fact.EXECUTED)) {
            log.at(fact.sequence())
                    .ifPresent(history -> executed.putIfAbsent(history, fact.digest()));
        }
    }

    /** Which history continues which. */
    Lineage<Digest> lineage() {
        return lineage;
    }

    /** The order that ends a history, where it was on the wire. */
    Optional<OrderedItem> item(Digest history) {
        return Optional.ofNullable(items.get(history));
    }

    /** d of the request that ends a history; {@link Digest#ZERO} for a null request. */
    Optional<Digest> request(Digest history) {
        return item(history)
                .map(OrderedItem::request)
                .or(() -> Optional.ofNullable(executed.get(history)));
    }

    /** The request with this digest, where it was on the wire. */
    Optional<Request> body(Digest request) {
        return orders.flatMap(shown -> shown.request(request));
    }

    /**
     * d of a request.
     *
     * @throws java.util.NoSuchElementException if no message of the run was recorded
     */
    Digest digest(Request request) {
        return orders.orElseThrow().digest(request);
    }

    /** The ends of all prefixes, from length 1 on; empty where links are missing. */
    Optional<List<Digest>> path(Digest end, long length) {
        List<Digest> path = new ArrayList<>();
        Digest at = end;
        for (long n = length; n > 0; n--) {
            path.add(at);
            Optional<Digest> before = lineage.prefix(at, n, n - 1);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            at = before.get();
        }
        Collections.reverse(path);
        return Optional.of(path);
    }
}
