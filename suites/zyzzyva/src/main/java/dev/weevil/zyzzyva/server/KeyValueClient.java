package dev.weevil.zyzzyva.server;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.live.host.FolderDisk;
import dev.weevil.engine.live.host.HostPlan;
import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.live.keys.KeyFile;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One client of a cluster: gets, puts and compares-and-sets keys, one operation at a time. Used by one
 * thread.
 *
 * <p>An operation that has not been answered in time may still take effect: the client cannot know.
 * After that it is of no more use and must be closed.
 */
public final class KeyValueClient implements AutoCloseable {

    private final BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(1);
    private final DataFolder memory;
    private final EventLoops loops;
    private final NodeHost host;
    private long invocations;

    /**
     * Makes the client; it connects as it is used.
     *
     * @param id which of the cluster's clients it is: no two may be the same at once
     * @param data where it keeps the timestamps it has used: a client that used one again would be
     *     answered with an old result
     * @throws IOException naming the file that is missing, readable by others, or not what it should
     *     be, or if another process is this client at present
     * @throws IllegalArgumentException if the cluster has no such client
     */
    public KeyValueClient(ClusterFile cluster, int id, Path data) throws IOException {
        NodeId self = NodeId.client(id);
        if (!cluster.membership().clientIds().contains(self)) {
            throw new IllegalArgumentException("expected a client from 0 to "
                    + (cluster.membership().clients() - 1) + ", found " + id);
        }
        Deployment deployment = new ZyzzyvaProtocol()
                .deploy(cluster.membership(), cluster.nodeSettings().with("durable", true));
        KeyFile keys = KeyFile.read(cluster.cluster(), self, cluster.keys());
        Path folder = data.resolve(self.toString());
        this.memory = DataFolder.take(folder, self);
        this.loops = EventLoops.fast(1);
        HostPlan plan = new HostPlan(
                self,
                deployment.format(),
                cluster.replicas(),
                Set.of(),
                Optional.empty(),
                new Seed(System.nanoTime()));
        try {
            this.host = new NodeHost(
                    plan,
                    deployment.client(keys.keys().keyring()),
                    new FolderDisk(folder),
                    new Hearing(),
                    loops);
            host.begin();
        } catch (IOException | RuntimeException e) {
            loops.close();
            memory.close();
            throw e;
        }
    }

    /** The key's value; empty where it has none. */
    public Optional<Object> get(String key, Duration patience)
            throws TimeoutException, InterruptedException {
        return Optional.ofNullable(
                answer(new Invocation(next(), "get", Optional.of(key), null), patience)
                        .value());
    }

    /** Puts the value under the key. */
    public void put(String key, Object value, Duration patience)
            throws TimeoutException, InterruptedException {
        var unused = answer(new Invocation(next(), "put", Optional.of(key), value), patience);
    }

    /** Replaces the key's value if it is the expected one; says whether it was. */
    public boolean compareAndSet(String key, Object expected, Object value, Duration patience)
            throws TimeoutException, InterruptedException {
        List<Object> pair = List.of(expected, value);
        Outcome outcome = answer(new Invocation(next(), "cas", Optional.of(key), pair), patience);
        return outcome.type() == HistoryEvent.Type.OK;
    }

    private long next() {
        return ++invocations;
    }

    private Outcome answer(Invocation invocation, Duration patience)
            throws TimeoutException, InterruptedException {
        host.invoke(invocation);
        Outcome outcome = outcomes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (outcome == null) {
            throw new TimeoutException(invocation + ": no answer from enough replicas within "
                    + patience.toMillis() + " ms; it may still take effect");
        }
        boolean mismatch = outcome.type() == HistoryEvent.Type.FAIL
                && outcome.note().startsWith("precondition");
        if (outcome.type() != HistoryEvent.Type.OK && !mismatch) {
            throw new IllegalArgumentException(invocation + ": " + outcome.note());
        }
        return outcome;
    }

    /** Disconnects. */
    @Override
    public void close() {
        host.close();
        loops.close();
        memory.close();
    }

    /** Hands the answers over. */
    private final class Hearing implements Reporter {

        @Override
        public void completed(long invocation, Outcome outcome) {
            var unused = outcomes.offer(outcome);
        }

        @Override
        public void observed(Fact fact) {
            // A user wants the result; what became of the messages is in the replicas' logs.
        }

        @Override
        public void timerFired(Timer timer) {}

        @Override
        public void refused(String reason) {}

        @Override
        public void broke(String complaint) {
            var unused = outcomes.offer(Outcome.info(null, complaint));
        }
    }
}
