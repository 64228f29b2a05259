package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one row came to.
 *
 * @param primaryNanos CPU time of the primary's process
 * @param totalNanos CPU time of all servers' processes; the clients' own work is not counted
 * @param count what the primary counted; nothing where it is no replica
 */
record Measurement(
        Row row,
        int operations,
        Load.Lap lap,
        long primaryNanos,
        long totalNanos,
        Optional<Tally.Count> count) {

    /** Starts the row's processes, warms them up, and measures so many operations. */
    static Measurement of(Row row, int warmUp, int operations) throws IOException {
        Map<NodeId, Integer> ports = ports(row);
        Map<Row.Role, Child> children = new EnumMap<>(Row.Role.class);
        try {
            for (Row.Role role : Row.Role.values()) {
                if (!row.nodes(role).isEmpty()) {
                    children.put(role, new Child(row, role, ports));
                }
            }
            for (Child child : children.values()) {
                child.ask("begin");
            }
            // In laps, as it will be measured.
            for (int lap = 0; lap < 4; lap++) {
                children.get(Row.Role.CLIENTS).ask("run " + warmUp / 4);
            }
            return measured(row, operations, children);
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
    }

    private static Measurement measured(Row row, int operations, Map<Row.Role, Child> children)
            throws IOException {
        Map<Row.Role, Figures> before = metered(children);
        String answer = children.get(Row.Role.CLIENTS).ask("run " + operations);
        Map<Row.Role, Figures> after = metered(children);
        after.replaceAll((role, figures) -> figures.minus(before.get(role)));
        Figures primary = after.get(Row.Role.PRIMARY);
        long backups = after.containsKey(Row.Role.BACKUPS)
                ? after.get(Row.Role.BACKUPS).cpuNanos()
                : 0;
        String[] words = answer.split(" ", -1);
        Load.Lap lap = new Load.Lap(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        return new Measurement(
                row,
                operations,
                lap,
                primary.cpuNanos(),
                primary.cpuNanos() + backups,
                primary.count());
    }

    private static Map<Row.Role, Figures> metered(Map<Row.Role, Child> children)
            throws IOException {
        Map<Row.Role, Figures> figures = new EnumMap<>(Row.Role.class);
        for (Map.Entry<Row.Role, Child> child : children.entrySet()) {
            figures.put(child.getKey(), child.getValue().meter());
        }
        return figures;
    }

    private static Map<NodeId, Integer> ports(Row row) throws IOException {
        Map<NodeId, Integer> ports = new TreeMap<>();
        List<ServerSocket> taken = new ArrayList<>();
        for (NodeId node : row.membership().nodes()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            taken.add(socket);
            ports.put(node, socket.getLocalPort());
        }
        for (ServerSocket socket : taken) {
            socket.close();
        }
        return ports;
    }

    double perSecond() {
        return operations * 1e9 / lap.wallNanos();
    }

    double primaryMicros() {
        return primaryNanos / 1e3 / operations;
    }

    double totalMicros() {
        return totalNanos / 1e3 / operations;
    }
}
