package dev.weevil.engine.workload;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;

import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What the clients of one run have yet to ask for. For one thread. */
public final class Agenda {

    private final Workload workload;
    private final Seed seed;
    private final Map<NodeId, SplittableRandom> streams = new TreeMap<>();
    private final Map<NodeId, Long> counts = new TreeMap<>();
    private long invoked;

    public Agenda(Workload workload, Seed seed) {
        this.workload = workload;
        this.seed = seed;
    }

    /**
     * The client's next invocation, numbered from 1 in the run; empty when enough have been invoked, or
     * the client has nothing more to ask for.
     */
    public Optional<Invocation> next(NodeId client) {
        long count = counts.getOrDefault(client, 0L);
        if (isDone() || !workload.generator().hasNext(client.index(), count)) {
            return Optional.empty();
        }
        counts.put(client, count + 1);
        SplittableRandom random =
                streams.computeIfAbsent(client, id -> seed.named(id.toString()).generator());
        invoked++;
        return Optional.of(
                workload.generator().next(client.index(), count, random).invocation(invoked));
    }

    /** Whether every operation of the workload has been invoked. */
    public boolean isDone() {
        return invoked >= workload.operations();
    }
}
