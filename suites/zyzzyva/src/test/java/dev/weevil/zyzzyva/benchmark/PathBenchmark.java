package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.service.Operations;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request costs a server beside its sockets: frames in, decoded, acted on, answers encoded, by
 * the CPU time of one thread. Where the table's figures come from, and what to profile.
 *
 * <p>Arguments: rounds of one request per client (5000), then the beginnings of rows' names.
 */
public final class PathBenchmark {

    private static final int REPEATS = 3;

    private final Row row;
    private final Keys keys;
    private final MessageFormat format;
    private final Map<NodeId, Node> servers = new TreeMap<>();
    private final Map<NodeId, Keyring> clients = new TreeMap<>();
    private final Deque<Runnable> underway = new ArrayDeque<>();
    private final Optional<Tally> tally;
    private long cpuNanos;
    private long timestamp;
    private boolean batchTimer;

    private PathBenchmark(Row row) {
        this.row = row;
        this.keys = row.keys();
        row.membership().clientIds().forEach(id -> clients.put(id, keys.of(id)));
        if (row.replicated()) {
            Deployment deployment = new ZyzzyvaProtocol().deploy(row.membership(), row.settings());
            format = deployment.format();
            Keyring own = keys.of(NodeId.replica(0));
            tally = Optional.of(new Tally(deployment.replica(own), own, row.checkpointInterval()));
            servers.put(own.owner(), tally.get());
            row.nodes(Row.Role.BACKUPS)
                    .forEach(id -> servers.put(id, deployment.replica(keys.of(id))));
        } else {
            format = new RecordFormat(PlainMessage.class, 1);
            tally = Optional.empty();
            Keyring own = keys.of(NodeId.replica(0));
            servers.put(own.owner(), new PlainServer(format, own));
        }
    }

    public static void main(String[] arguments) throws Malformed {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        List<String> wanted =
                List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (Row row : Rows.all()) {
                boolean asked =
                        wanted.isEmpty() || wanted.stream().anyMatch(row.name()::startsWith);
                if (asked && hasPathOfItsOwn(row)) {
                    new PathBenchmark(row).measure(rounds);
                }
            }
        }
    }

    private static boolean hasPathOfItsOwn(Row row) {
        boolean one =
                row.server() == Row.Server.UNREPLICATED && row.membership().replicas() == 1;
        return one || (row.server() == Row.Server.ZYZZYVA && row.mute() == 0);
    }

    private void measure(int rounds) throws Malformed {
        rounds(rounds / 4);
        cpuNanos = 0;
        Optional<Tally.Count> before = tally.map(Tally::count);
        rounds(rounds);
        System.out.printf(
                Locale.ROOT,
                "%-24s %8.2f us/request  mean b %5.2f%n",
                row.name(),
                cpuNanos / 1e3 / rounds / clients.size(),
                tally.map(t -> t.count().minus(before.orElseThrow()))
                        .map(count -> (double) count.ordered() / count.batches())
                        .orElse(0.0));
    }

    private void rounds(int count) throws Malformed {
        for (int round = 0; round < count; round++) {
            timestamp++;
            List<Payload> frames = frames();
            long began = cpu();
            NodeId primary = NodeId.replica(0);
            for (int i = 0; i < frames.size(); i++) {
                arrived(primary, NodeId.client(i), format.decode(frames.get(i)));
            }
            if (batchTimer) {
                batchTimer = false;
                perform(
                        primary,
                        new Event.TimerFired(
                                timestamp, dev.weevil.engine.node.Timer.named("T_BATCH")));
            }
            cpuNanos += cpu() - began;
            while (!underway.isEmpty()) {
                underway.poll().run();
            }
        }
    }

    private void arrived(NodeId at, NodeId from, Message message) {
        perform(at, new Event.Arrived(timestamp, from, message));
    }

    private void perform(NodeId at, Event event) {
        for (Effect effect : servers.get(at).on(event)) {
            if (effect instanceof Effect.Send send) {
                if (at.index() == 0) {
                    var unused = format.encode(send.message());
                }
                for (NodeId to : send.to()) {
                    if (to.isReplica()) {
                        underway.add(() -> arrived(to, at, send.message()));
                    }
                }
            } else if (effect instanceof Effect.StartTimer start) {
                batchTimer |= at.index() == 0 && start.timer().name().equals("T_BATCH");
            }
        }
    }

    /** The next request of each client. */
    private List<Payload> frames() {
        List<Payload> frames = new ArrayList<>();
        clients.forEach((id, own) -> {
            Payload operation = Operations.encode(new Invocation(
                    timestamp, "put", Optional.of("k" + id.index()), "value-" + id.index()));
            frames.add(format.encode(
                    row.replicated() ? request(own, operation) : plain(own, operation)));
        });
        return frames;
    }

    private Message request(Keyring own, Payload operation) {
        Request unsealed =
                new Request(operation, timestamp, own.owner(), false, false, false, -1, Seal.NONE);
        Payload content = format.covered(unsealed, "seal");
        boolean signs = row.settings().text("auth", "SIGN").equals("SIGN");
        return unsealed.withSeal(
                signs
                        ? own.sign(content)
                        : own.authenticate(content, row.membership().replicaIds()));
    }

    private Message plain(Keyring own, Payload operation) {
        PlainRequest unsealed = new PlainRequest(operation, timestamp, own.owner(), Seal.NONE);
        return unsealed.withSeal(
                own.authenticate(format.covered(unsealed, "seal"), List.of(NodeId.replica(0))));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
