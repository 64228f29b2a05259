package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.live.host.HostPlan;
import dev.weevil.engine.live.host.MemoryDisk;
import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The program of one process of a row: hosts the nodes of its role and does what its parent writes to
 * it, a line at a time: {@code begin}, {@code run N}, {@code meter}. Ends with its standard input.
 */
public final class RowProcess {

    private final Row row;
    private final Row.Role role;
    private final Map<NodeId, Integer> ports;
    private final Keys keys;
    private final List<NodeHost> hosts = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private Optional<Load> load = Optional.empty();

    private RowProcess(Row row, Row.Role role, Map<NodeId, Integer> ports) {
        this.row = row;
        this.role = role;
        this.ports = ports;
        this.keys = row.keys();
    }

    /** Arguments: the row's name, the role, and name=port of every node, separated by commas. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<NodeId, Integer> ports = new TreeMap<>();
        for (String entry : arguments[2].split(",", -1)) {
            String[] parts = entry.split("=", -1);
            ports.put(NodeId.parse(parts[0]), Integer.valueOf(parts[1]));
        }
        RowProcess process =
                new RowProcess(Rows.named(arguments[0]), Row.Role.valueOf(arguments[1]), ports);
        process.open();
        process.obey();
        Runtime.getRuntime().halt(0);
    }

    private void open() throws IOException {
        if (row.server() == Row.Server.ECHO) {
            if (role == Row.Role.PRIMARY) {
                new EchoServer(keys.of(EchoServer.self())).open(ports.get(EchoServer.self()));
            }
            return;
        }
        Silent reporter = new Silent();
        MessageFormat format = format();
        EventLoops loops = EventLoops.fast(1);
        for (NodeId node : row.nodes(role)) {
            hosts.add(new NodeHost(
                    plan(node, format),
                    node(node, format),
                    new MemoryDisk(),
                    node.isClient() ? new Completions(node.index()) : reporter,
                    loops));
        }
    }

    /** As in a deployment: replicas call each other, clients call replicas and are answered there. */
    private HostPlan plan(NodeId self, MessageFormat format) {
        Map<NodeId, InetSocketAddress> called = new TreeMap<>();
        ports.forEach((node, port) -> {
            if (node.isReplica() && !node.equals(self)) {
                called.put(node, loopback(port));
            }
        });
        Set<NodeId> callers = self.isClient() ? Set.of() : Set.copyOf(row.nodes(Row.Role.CLIENTS));
        Optional<InetSocketAddress> listen =
                self.isClient() ? Optional.empty() : Optional.of(loopback(ports.get(self)));
        return new HostPlan(self, format, called, callers, listen, row.seed());
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private MessageFormat format() {
        return row.replicated() ? deployment().format() : new RecordFormat(PlainMessage.class, 1);
    }

    private Deployment deployment() {
        return new ZyzzyvaProtocol().deploy(row.membership(), row.settings());
    }

    private Node node(NodeId id, MessageFormat format) {
        Keyring own = keys.of(id);
        if (row.isMute(id)) {
            return event -> List.of();
        }
        if (!row.replicated()) {
            return id.isReplica()
                    ? new PlainServer(format, own)
                    : new PlainClient(format, own, row.membership().replicaIds());
        }
        boolean full = row.server() == Row.Server.ZYZZYVA;
        if (id.isClient()) {
            return full
                    ? deployment().client(own)
                    : new Trusting(format, own, row.membership().replicaIds());
        }
        if (!full && role == Row.Role.BACKUPS) {
            return new Nodding(format, own);
        }
        Tally tally = new Tally(deployment().replica(own), own, row.checkpointInterval());
        tallies.add(tally);
        return tally;
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println(
                    switch (words[0]) {
                        case "begin" -> begin();
                        case "run" -> run(Integer.parseInt(words[1]));
                        case "meter" -> meter();
                        default -> "unknown " + words[0];
                    });
        }
    }

    private String begin() {
        hosts.forEach(NodeHost::begin);
        if (role == Row.Role.CLIENTS) {
            List<NodeId> clients = row.nodes(role);
            load = Optional.of(
                    row.server() == Row.Server.ECHO
                            ? new EchoClients(keys, clients, ports.get(EchoServer.self()))
                            : new Crowd(hosts));
        }
        return "begun";
    }

    private String run(int operations) throws InterruptedException {
        Load.Lap lap = load.orElseThrow().run(operations);
        return lap.wallNanos() + " " + lap.medianNanos() + " " + lap.slowNanos();
    }

    private String meter() {
        String cpu = Long.toString(Meter.cpuNanos());
        return tallies.isEmpty()
                ? cpu
                : cpu + " " + Figures.write(tallies.get(0).count());
    }

    /** Takes completions to the load. */
    private final class Completions extends Silent {

        private final int client;

        Completions(int client) {
            this.client = client;
        }

        @Override
        public void completed(long invocation, dev.weevil.engine.node.Outcome outcome) {
            ((Crowd) load.orElseThrow()).completed(client);
        }
    }
}
