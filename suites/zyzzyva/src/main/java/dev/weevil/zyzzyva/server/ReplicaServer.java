package dev.weevil.zyzzyva.server;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.live.host.Disk;
import dev.weevil.engine.live.host.FolderDisk;
import dev.weevil.engine.live.host.HostPlan;
import dev.weevil.engine.live.host.MemoryDisk;
import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.live.keys.KeyFile;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One replica of a cluster, from its construction until it is closed. */
public final class ReplicaServer implements AutoCloseable {

    private static final int LOOPS = 2;

    private final InetSocketAddress address;
    private final Optional<DataFolder> folder;
    private final EventLoops loops;
    private final NodeHost host;

    /**
     * Starts the replica.
     *
     * @param data where it keeps what must survive a restart; without it a replica that restarts has
     *     forgotten its promises and counts against f, although it catches up
     * @param reporter hears what it does, on threads that must not wait; it is told if the data prove
     *     damaged, which shows only once the replica begins
     * @throws IOException naming the port that is in use, the folder of data that a process uses or
     *     that belongs to another replica, or the file that is missing, readable by others, or not
     *     what it should be
     * @throws IllegalArgumentException if the cluster has no such replica
     */
    public ReplicaServer(ClusterFile cluster, int id, Optional<Path> data, Reporter reporter)
            throws IOException {
        NodeId self = NodeId.replica(id);
        InetSocketAddress place = cluster.replicas().get(self);
        if (place == null) {
            throw new IllegalArgumentException("expected a replica from 0 to "
                    + (cluster.replicas().size() - 1) + ", found " + id);
        }
        this.address = new InetSocketAddress(place.getHostString(), place.getPort());
        Deployment deployment =
                new ZyzzyvaProtocol().deploy(cluster.membership(), settings(cluster, data));
        KeyFile keys = KeyFile.read(cluster.cluster(), self, cluster.keys());
        this.folder = data.isEmpty() ? Optional.empty() : Optional.of(taken(data.get(), keys));
        this.loops = EventLoops.fast(LOOPS);
        try {
            Disk disk = data.isEmpty() ? new MemoryDisk() : new FolderDisk(data.get());
            host = new NodeHost(
                    plan(cluster, self, deployment),
                    deployment.replica(keys.keys().keyring()),
                    disk,
                    reporter,
                    loops);
            host.begin();
        } catch (IOException | RuntimeException e) {
            letGo();
            throw e;
        }
    }

    private static DataFolder taken(Path data, KeyFile keys) throws IOException {
        NodeId self = keys.keys().owner();
        DataFolder folder = DataFolder.take(data, self);
        Payload key = keys.keys().published().get(self);
        try {
            folder.reserve(self + " of cluster " + keys.cluster() + " with the public key "
                    + Digest.of(key).brief());
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private HostPlan plan(ClusterFile cluster, NodeId self, Deployment deployment) {
        Map<NodeId, InetSocketAddress> others = new TreeMap<>(cluster.replicas());
        others.remove(self);
        return new HostPlan(
                self,
                deployment.format(),
                others,
                Set.copyOf(cluster.membership().clientIds()),
                Optional.of(address),
                // Jitter needs to differ between replicas and lives, no more.
                new Seed(System.nanoTime()).named(self.toString()));
    }

    private static Settings settings(ClusterFile cluster, Optional<Path> data) {
        return cluster.nodeSettings().with("durable", data.isPresent());
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Ends the replica, frees its port, and lets go of its data. */
    @Override
    public void close() {
        host.close();
        letGo();
    }

    private void letGo() {
        loops.close();
        folder.ifPresent(DataFolder::close);
    }
}
