package dev.weevil.zyzzyva.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.live.keys.KeyFile;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The replicated store as people run it: four replicas, real sockets, keys on disk. */
@Timeout(120)
class ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final TreeMap<Integer, ReplicaServer> servers = new TreeMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private ClusterFile cluster;

    @BeforeEach
    void found() throws IOException {
        Membership membership = Membership.byzantine(1, 3);
        KeyFile.deal(5, membership.nodes(), folder.resolve("keys"));
        Path file = folder.resolve("cluster.properties");
        TreeMap<NodeId, InetSocketAddress> places = new TreeMap<>();
        for (NodeId replica : membership.replicaIds()) {
            places.put(replica, InetSocketAddress.createUnresolved("127.0.0.1", freePort()));
        }
        ClusterFile usual = ClusterFile.onOneHost(5, membership, "127.0.0.1", 1, Path.of("keys"));
        new ClusterFile(5, membership, places, usual.settings(), usual.keys()).write(file);
        cluster = ClusterFile.read(file);
    }

    /** Below the ports that systems give to whoever dials, so that nobody takes it by chance. */
    private static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException inUse) {
                // Another one.
            }
        }
        throw new IOException("expected a free port, found none in a hundred tries");
    }

    @AfterEach
    void end() {
        servers.values().forEach(ReplicaServer::close);
        assertThat(complaints).isEmpty();
    }

    private void start(int... ids) throws IOException {
        for (int id : ids) {
            Path data = folder.resolve("data-" + id);
            servers.put(id, new ReplicaServer(cluster, id, Optional.of(data), new Listening()));
        }
    }

    private void stop(int... ids) {
        for (int id : ids) {
            servers.remove(id).close();
        }
    }

    private KeyValueClient client(int id) throws IOException {
        return new KeyValueClient(cluster, id, folder.resolve("clients"));
    }

    @Test
    void whatOneClientPutsAnotherGets() throws Exception {
        start(0, 1, 2, 3);
        try (KeyValueClient one = client(0);
                KeyValueClient other = client(1)) {
            assertThat(one.get("x", PATIENCE)).isEmpty();
            one.put("x", "a", PATIENCE);
            assertThat(other.get("x", PATIENCE)).contains("a");
            assertThat(other.compareAndSet("x", "b", "c", PATIENCE)).isFalse();
            assertThat(other.compareAndSet("x", "a", "c", PATIENCE)).isTrue();
            assertThat(one.get("x", PATIENCE)).contains("c");
        }
    }

    @Test
    void aClusterThatWasSwitchedOffGoesOnWhereItStopped() throws Exception {
        start(0, 1, 2, 3);
        try (KeyValueClient client = client(0)) {
            for (int i = 0; i < 150; i++) {
                client.put("k" + i, "v" + i, PATIENCE);
            }
        }
        stop(0, 1, 2, 3);
        start(0, 1, 2, 3);
        // The same client: its timestamps go on as well.
        try (KeyValueClient client = client(0)) {
            assertThat(client.get("k0", PATIENCE)).contains("v0");
            assertThat(client.get("k149", PATIENCE)).contains("v149");
        }
    }

    @Test
    void anyReplicaMayBeMissingThePrimaryToo() throws Exception {
        for (int missing : List.of(0, 2)) {
            start(0, 1, 2, 3);
            stop(missing);
            try (KeyValueClient client = client(missing)) {
                client.put("m" + missing, "there", PATIENCE);
                assertThat(client.get("m" + missing, PATIENCE)).contains("there");
            }
            stop(1, 3);
            servers.values().forEach(ReplicaServer::close);
            servers.clear();
        }
    }

    @Test
    void withTooFewReplicasAnOperationEndsWithoutAnAnswer() throws Exception {
        start(0, 1);
        try (KeyValueClient client = client(0)) {
            assertThatThrownBy(() -> client.put("x", "a", Duration.ofMillis(300)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("it may still take effect");
        }
    }

    @Test
    void nobodyIsTheSameClientTwiceAtOnce() throws IOException {
        KeyValueClient client = client(1);
        try {
            assertThatThrownBy(() -> client(1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nobody can be c1 twice at once");
        } finally {
            client.close();
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        start(2);
        assertThatThrownBy(() -> new ReplicaServer(cluster, 2, Optional.empty(), new Listening()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(servers.get(2).address().getPort()));
    }

    @Test
    void aFolderOfDataIsForOneReplicaAtATime() throws IOException {
        start(2);
        assertThatThrownBy(() -> start(2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("data-2: expected a folder that nobody uses")
                .hasMessageContaining("nobody can be r2 twice at once");
    }

    @Test
    void aFolderOfDataStaysThatOfItsReplica() throws IOException {
        start(2);
        stop(2);
        Optional<Path> data = Optional.of(folder.resolve("data-2"));
        assertThatThrownBy(() -> new ReplicaServer(cluster, 1, data, new Listening()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected the data of r1 of cluster 5 with the public key")
                .hasMessageContaining("found that of r2 of cluster 5");
        start(2);
    }

    @Test
    void promisesMadeWithOtherKeysAreNotTakenUp() throws IOException {
        start(2);
        stop(2);
        Path keys = folder.resolve("other");
        KeyFile.deal(5, cluster.membership().nodes(), keys);
        ClusterFile anew = new ClusterFile(
                5, cluster.membership(), cluster.replicas(), cluster.settings(), keys);
        Optional<Path> data = Optional.of(folder.resolve("data-2"));
        assertThatThrownBy(() -> new ReplicaServer(anew, 2, data, new Listening()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected the data of r2 of cluster 5 with the public key");
    }

    @Test
    void aFileIsNoFolderOfData() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new ReplicaServer(cluster, 2, Optional.of(file), new Listening()))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a folder, found a file");
    }

    @Test
    void aReplicaWhoseDataIsDamagedSaysSo() throws Exception {
        start(0, 1, 2, 3);
        try (KeyValueClient client = client(0)) {
            client.put("x", "a", PATIENCE);
        }
        stop(2);
        for (Path file : kept(folder.resolve("data-2"))) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        start(2);
        await().atMost(PATIENCE).until(() -> !complaints.isEmpty());
        assertThat(complaints.remove()).startsWith("r2: its disk is damaged: expected a ");
        stop(2);
    }

    private static List<Path> kept(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".kept")).toList();
        }
    }

    @Test
    void whatIsWrongWithAClustersFileIsSaid() throws IOException {
        String good = Files.readString(folder.resolve("cluster.properties"));
        assertWrong(good.replace("faults = 1", "faults = 2"), "expected 7 replicas for");
        assertWrong(good.replace("faults = 1", "faults = x"), "faults: expected a whole number");
        assertWrong(good.replace("replica.3", "replica.4"), "expected replica.0 to replica.3");
        assertWrong(good.replace("127.0.0.1:", "127.0.0.1/"), "expected an address such as");
        assertWrong(good + "\nzyzzyva.tRetrams = 3\n", "no setting 'tRetrams' of zyzzyva");
        assertWrong(good + "\ncolour = red\n", "found 'colour'");
        assertThatThrownBy(() -> ClusterFile.read(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a cluster's file, found none");
    }

    private void assertWrong(String text, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.properties"), text);
        assertThatThrownBy(() -> ClusterFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(complaint);
    }

    /** Keeps what must never be said. */
    private final class Listening implements Reporter {

        @Override
        public void broke(String complaint) {
            complaints.add(complaint);
        }

        @Override
        public void observed(Fact fact) {}

        @Override
        public void timerFired(Timer timer) {}

        @Override
        public void completed(long invocation, Outcome outcome) {}

        @Override
        public void refused(String reason) {}
    }
}
