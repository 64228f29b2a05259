package dev.weevil.engine.live;

import dev.weevil.engine.cluster.AddressMap;
import dev.weevil.engine.cluster.Foreign;
import dev.weevil.engine.cluster.Installation;
import dev.weevil.engine.cluster.Link;
import dev.weevil.engine.cluster.Probe;
import dev.weevil.engine.cluster.ProcessPlan;
import dev.weevil.engine.live.process.Launch;
import dev.weevil.engine.live.proxy.Gate;
import dev.weevil.engine.live.proxy.StreamGate;
import dev.weevil.engine.live.proxy.StreamLink;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody else's processes, and drivers for their clients. */
final class ForeignPlayers implements Players {

    private final Stage stage;
    private final Foreign system;
    private final Installation installation;
    private final Director director;
    private final Operations operations;
    private final Map<AddressMap.Door, Integer> doors = new HashMap<>();
    private final Map<NodeId, Map<AddressMap.Door, Integer>> gates = new TreeMap<>();
    private final Map<NodeId, DrivenClient> clients = new TreeMap<>();
    private final Map<NodeId, ProcessPlan> plans = new TreeMap<>();
    private final Map<NodeId, Integer> lives = new TreeMap<>();
    private Optional<Processes> processes = Optional.empty();
    private int undone;
    private Runnable drained = () -> {};
    private volatile boolean closed;

    ForeignPlayers(Stage stage, Foreign system, Director director, Operations operations) {
        this.stage = stage;
        this.system = system;
        this.installation =
                system.install(stage.plan().membership(), stage.plan().settings());
        this.director = director;
        this.operations = operations;
    }

    @Override
    public void open() throws IOException {
        Optional<String> missing = system.missing();
        if (missing.isPresent()) {
            throw new IOException(missing.get());
        }
        assignDoors();
        openGates();
        processes = Optional.of(new Processes(
                stage.folder(), stage.ledger(), stage.mailbox(), new Cast(), stage.fail()));
        stage.plan().membership().replicaIds().forEach(processes()::start);
    }

    private void assignDoors() throws IOException {
        List<NodeId> replicas = stage.plan().membership().replicaIds();
        List<String> names = installation.doors();
        List<Integer> firsts = FreePorts.rows(replicas.size(), names.size());
        for (int replica = 0; replica < replicas.size(); replica++) {
            for (int door = 0; door < names.size(); door++) {
                doors.put(
                        new AddressMap.Door(replicas.get(replica), names.get(door)),
                        firsts.get(replica) + door);
            }
        }
    }

    private void openGates() throws IOException {
        List<String> unread = new ArrayList<>();
        Attack attack = stage.plan().attack();
        for (Link link : installation.links()) {
            AddressMap.Door door = new AddressMap.Door(link.target(), link.door());
            StreamLink stream = new StreamLink(
                    Endpoint.of(link.dialler()),
                    Endpoint.of(link.target()),
                    attack.touches(link.dialler(), link.target()),
                    attack.touches(link.target(), link.dialler()),
                    true);
            Gate gate =
                    new StreamGate(stage.loops(), stream, Target.local(doors.get(door)), director);
            stage.proxy().add(stream.dialler(), stream.target(), true, gate);
            gates.computeIfAbsent(link.dialler(), dialler -> new HashMap<>())
                    .put(door, gate.port());
            if (!stream.shownForward() && !stream.shownBack()) {
                unread.add(stream.toString());
            }
        }
        if (!unread.isEmpty()) {
            stage.ledger()
                    .note("no rule can touch the connections " + String.join(", ", unread)
                            + ": they are relayed unread, and what they carry is not in this"
                            + " trace");
        }
    }

    /** What the node knows: its own doors as they are, the others' through the proxy. */
    private AddressMap addresses(NodeId node) {
        Map<AddressMap.Door, Integer> known = new HashMap<>(gates.getOrDefault(node, Map.of()));
        doors.forEach((door, port) -> {
            if (door.replica().equals(node)) {
                known.put(door, port);
            }
        });
        return new AddressMap(node.toString(), known);
    }

    private Processes processes() {
        return processes.orElseThrow();
    }

    @Override
    public boolean areReady() {
        return processes().allReady();
    }

    @Override
    public void begin() {
        for (NodeId client : stage.plan().membership().clientIds()) {
            clients.put(
                    client,
                    new DrivenClient(
                            client,
                            installation.driver(client, addresses(client)),
                            (invocation, outcome) -> completed(client, invocation, outcome)));
        }
    }

    private void completed(NodeId client, Invocation invocation, Outcome outcome) {
        // A closing driver ends what it had open; that says nothing of the operation.
        if (!closed) {
            stage.mailbox().post(() -> {
                var unused = operations.complete(client, invocation.id(), outcome);
            });
        }
    }

    @Override
    public void invoke(NodeId client, Invocation invocation) {
        clients.get(client).invoke(invocation);
    }

    @Override
    public boolean disturb(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Crash crash) {
            return isReplica(crash.target()) && processes().crash(crash.target().node());
        }
        if (disturbance instanceof Disturbance.Restart restart) {
            return isReplica(restart.target())
                    && processes().restart(restart.target().node(), restart.keepsDisk());
        }
        if (disturbance instanceof Disturbance.Pause pause) {
            return isReplica(pause.target()) && processes().pause(pause.target().node());
        }
        if (disturbance instanceof Disturbance.Resume resume) {
            return isReplica(resume.target())
                    && processes().resume(resume.target().node());
        }
        if (disturbance instanceof Disturbance.SystemAction action) {
            act(action);
            return true;
        }
        return false;
    }

    private static boolean isReplica(Endpoint endpoint) {
        return endpoint.node().isReplica();
    }

    /** Actions wait for answers, which the run's thread never does. */
    private void act(Disturbance.SystemAction action) {
        undone++;
        Thread worker = new Thread(() -> {
            String complaint = attempt(action);
            stage.mailbox().post(() -> done(action, complaint));
        });
        worker.setName("action " + action.name());
        worker.setDaemon(true);
        worker.start();
    }

    /** What went wrong; empty where nothing did. */
    private String attempt(Disturbance.SystemAction action) {
        try {
            installation.act(action, new AddressMap("the operator", doors));
            return "";
        } catch (IOException | RuntimeException e) {
            return "failed: " + e.getMessage();
        }
    }

    private void done(Disturbance.SystemAction action, String complaint) {
        stage.ledger()
                .note("action " + action.name()
                        + (complaint.isEmpty() ? " done" : " " + complaint));
        undone--;
        checkDrained();
    }

    @Override
    public void drain(Runnable task) {
        drained = task;
        checkDrained();
    }

    private void checkDrained() {
        if (undone == 0) {
            drained.run();
        }
    }

    @Override
    public Map<NodeId, Integer> ports() {
        Map<NodeId, Integer> ports = new TreeMap<>();
        doors.forEach((door, port) -> ports.merge(door.replica(), port, Math::min));
        return ports;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        clients.values().forEach(DrivenClient::close);
        if (processes.isPresent()) {
            processes.get().close();
        }
    }

    /** What the replicas' processes are. */
    private final class Cast implements Processes.Casting {

        @Override
        public Launch launch(NodeId replica) throws IOException {
            Path disk = Files.createDirectories(stage.folder().disk(replica));
            ProcessPlan plan = installation.process(replica, addresses(replica), disk);
            plans.put(replica, plan);
            return new Launch(
                    replica.toString(),
                    plan.command(),
                    plan.environment(),
                    disk,
                    stage.folder().output(replica),
                    stage.folder().errors(replica));
        }

        @Override
        public void started(NodeId replica) {
            int life = lives.merge(replica, 1, Integer::sum);
            Probe probe = plans.get(replica).probe();
            int port = doors.get(new AddressMap.Door(replica, probe.door()));
            AtomicBoolean waiting = new AtomicBoolean(true);
            new Probing(
                            stage.loops(),
                            port,
                            probe,
                            () -> !closed && waiting.get(),
                            () -> stage.mailbox().post(() -> {
                                if (lives.get(replica) == life) {
                                    processes().ready(replica);
                                }
                            }))
                    .begin();
            stage.mailbox().after(probe.within().toNanos(), () -> {
                waiting.set(false);
                if (lives.get(replica) == life && processes().isStarting(replica)) {
                    stage.fail().accept(complaint(replica, probe.within()));
                }
            });
        }

        private String complaint(NodeId replica, Duration within) {
            return replica + " of " + system.name() + " was not ready within "
                    + within.toSeconds() + " s; its last words: "
                    + stage.folder().lastWords(replica);
        }

        @Override
        public void gone(NodeId replica) {}

        @Override
        public boolean mayEnd() {
            return true;
        }

        @Override
        public void changed(NodeId replica, boolean up) {
            if (stage.ledger().clock().isRunning()) {
                Endpoint process = Endpoint.of(replica);
                director.show(nanos -> up
                        ? new Observation.ProcessUp(nanos, process)
                        : new Observation.ProcessDown(nanos, process));
            }
        }
    }
}
