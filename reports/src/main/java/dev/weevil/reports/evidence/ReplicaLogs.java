package dev.weevil.reports.evidence;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each replica holds to be decided, by sequence number.
 *
 * @param rows from sequence number to what each replica last decided there
 * @param corrupted the nodes whose word counts for nothing
 */
public record ReplicaLogs(
        List<Endpoint> replicas,
        SortedMap<Long, Map<Endpoint, Entry>> rows,
        Set<NodeId> corrupted) {

    /** One replica's decision. */
    public record Entry(long nanos, Fact fact) {

        public String value() {
            return fact.digest().brief();
        }
    }

    public ReplicaLogs {
        replicas = List.copyOf(replicas);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        corrupted = Set.copyOf(corrupted);
    }

    public static ReplicaLogs of(Trace trace) {
        Map<Endpoint, Integer> seen = new TreeMap<>();
        trace.header().membership().replicaIds().forEach(id -> seen.put(Endpoint.of(id), 0));
        SortedMap<Long, Map<Endpoint, Entry>> rows = new TreeMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed e && e.fact().name().equals(Fact.DECIDED)) {
                seen.merge(e.node(), 1, Integer::sum);
                rows.computeIfAbsent(e.fact().sequence(), sequence -> new LinkedHashMap<>())
                        .put(e.node(), new Entry(e.nanos(), e.fact()));
            }
        }
        return new ReplicaLogs(List.copyOf(seen.keySet()), rows, trace.header().corrupted());
    }

    public boolean isCorrupted(Endpoint replica) {
        return corrupted.contains(replica.node());
    }

    /** Whether correct replicas hold different values there. */
    public boolean isDivergent(long sequence) {
        return correct(sequence).values().stream().map(Entry::value).distinct().count() > 1;
    }

    /** The first sequence number at which correct replicas differ. */
    public Optional<Long> firstDivergence() {
        return rows.keySet().stream().filter(this::isDivergent).findFirst();
    }

    /** What the correct replicas decided there. */
    public Map<Endpoint, Entry> correct(long sequence) {
        return rows.getOrDefault(sequence, Map.of()).entrySet().stream()
                .filter(entry -> !isCorrupted(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (first, again) -> again,
                        TreeMap::new));
    }
}
