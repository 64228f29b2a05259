package dev.weevil.redis;

import dev.weevil.engine.cluster.AddressMap;
import dev.weevil.engine.cluster.Driver;
import dev.weevil.engine.cluster.Installation;
import dev.weevil.engine.cluster.Link;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Probe;
import dev.weevil.engine.cluster.ProcessPlan;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.redis.attack.Promotion;
import dev.weevil.redis.resp.Reply;
import dev.weevil.redis.resp.RespConnection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one primary and its replicas are started and reached: replicas dial the primary. */
record RedisInstallation(Membership membership) implements Installation {

    static final String DOOR = "redis";

    private static final NodeId PRIMARY = NodeId.replica(0);
    private static final Duration STARTING = Duration.ofMinutes(1);
    private static final Duration ANSWERING = Duration.ofSeconds(10);

    @Override
    public List<String> doors() {
        return List.of(DOOR);
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (NodeId replica : membership.replicaIds()) {
            if (!replica.equals(PRIMARY)) {
                links.add(new Link(replica, PRIMARY, DOOR));
            }
            for (NodeId client : membership.clientIds()) {
                links.add(new Link(client, replica, DOOR));
            }
        }
        return links;
    }

    @Override
    public ProcessPlan process(NodeId replica, AddressMap addresses, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Redis.PROGRAM,
                "--port",
                Integer.toString(addresses.port(replica, DOOR)),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--daemonize",
                "no",
                "--save",
                "",
                "--appendonly",
                "no",
                // Else a primary waits five seconds for more replicas before it copies itself.
                "--repl-diskless-sync-delay",
                "0"));
        String sign = "role:master";
        if (!replica.equals(PRIMARY)) {
            int primary = addresses.port(PRIMARY, DOOR);
            command.addAll(List.of("--replicaof", "127.0.0.1", Integer.toString(primary)));
            sign = "master_link_status:up";
        }
        String ready = sign;
        Payload question = Payload.utf8("INFO replication\r\n");
        Probe probe = new Probe(DOOR, question, answer -> answer.contains(ready), STARTING);
        return new ProcessPlan(command, Map.of(), probe);
    }

    @Override
    public Driver driver(NodeId client, AddressMap addresses) {
        return new RedisDriver(membership.replicaIds().stream()
                .map(replica -> addresses.port(replica, DOOR))
                .toList());
    }

    @Override
    public void act(Disturbance.SystemAction action, AddressMap addresses) throws IOException {
        Optional<String> replica = Optional.ofNullable(action.parameters().get(Promotion.REPLICA));
        if (!action.name().equals(Promotion.ACTION) || replica.isEmpty()) {
            throw new IllegalArgumentException("redis knows the action " + Promotion.ACTION
                    + " with a " + Promotion.REPLICA + ", found " + action);
        }
        int port = addresses.port(NodeId.parse(replica.get()), DOOR);
        try (RespConnection operator = new RespConnection(port, ANSWERING)) {
            Reply reply = operator.call("REPLICAOF", "NO", "ONE");
            if (!reply.equals(new Reply.Text(Optional.of("OK")))) {
                throw new IOException(replica.get() + " answered " + reply);
            }
        }
    }
}
