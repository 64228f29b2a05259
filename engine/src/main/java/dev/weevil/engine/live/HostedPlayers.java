package dev.weevil.engine.live;

import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.live.control.ControlDesk;
import dev.weevil.engine.live.control.Formats;
import dev.weevil.engine.live.control.Order;
import dev.weevil.engine.live.control.Report;
import dev.weevil.engine.live.process.Launch;
import dev.weevil.engine.live.proxy.Gate;
import dev.weevil.engine.live.proxy.MessageGate;
import dev.weevil.engine.live.proxy.StreamGate;
import dev.weevil.engine.live.proxy.StreamLink;
import dev.weevil.engine.live.replica.ReplicaMain;
import dev.weevil.engine.live.replica.ReplicaPlan;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Our own nodes: replicas as processes that run {@link ReplicaMain}, clients in the harness. */
final class HostedPlayers implements Players {

    private final Stage stage;
    private final Protocol protocol;
    private final Deployment deployment;
    private final Director director;
    private final Operations operations;
    private final long token = new SecureRandom().nextLong();
    private final Map<NodeId, Integer> listening = new ConcurrentHashMap<>();
    private final Map<NodeId, ControlDesk.Line> lines = new TreeMap<>();
    private final Map<NodeId, HostedClient> clients = new TreeMap<>();
    private final Set<NodeId> undrained = new TreeSet<>();
    private Optional<ControlDesk> desk = Optional.empty();
    private Optional<Processes> processes = Optional.empty();
    private Runnable drained = () -> {};

    HostedPlayers(Stage stage, Protocol protocol, Director director, Operations operations) {
        this.stage = stage;
        this.protocol = protocol;
        this.deployment =
                protocol.deploy(stage.plan().membership(), stage.plan().settings());
        this.director = director;
        this.operations = operations;
    }

    @Override
    public void open() throws IOException {
        desk = Optional.of(new ControlDesk(stage.loops(), Formats.of(token), new Reports()));
        openGates();
        for (NodeId id : stage.plan().membership().clientIds()) {
            HostedClient client = new HostedClient(stage, deployment, id, operations);
            clients.put(id, client);
            listening.put(id, client.open());
        }
        processes = Optional.of(new Processes(
                stage.folder(), stage.ledger(), stage.mailbox(), new Cast(), stage.fail()));
        stage.plan().membership().replicaIds().forEach(processes()::start);
    }

    private void openGates() throws IOException {
        int unread = 0;
        for (NodeId from : stage.plan().membership().nodes()) {
            for (NodeId to : stage.plan().membership().nodes()) {
                if (!from.equals(to) && !(from.isClient() && to.isClient())) {
                    boolean touched = stage.plan().attack().touches(from, to);
                    Gate gate = gate(Endpoint.of(from), Endpoint.of(to), touched);
                    stage.proxy().add(Endpoint.of(from), Endpoint.of(to), false, gate);
                    unread += touched ? 0 : 1;
                }
            }
        }
        if (unread > 0) {
            stage.ledger()
                    .note(unread
                            + " links that no rule can touch are relayed unread: their messages"
                            + " are not in this trace");
        }
    }

    private Gate gate(Endpoint from, Endpoint to, boolean touched) throws IOException {
        Target target = () -> Optional.ofNullable(listening.get(to.node()))
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return touched
                ? new MessageGate(stage.loops(), from, to, deployment.format(), target, director)
                : new StreamGate(stage.loops(), StreamLink.untouched(from, to), target, director);
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
        lines.values().forEach(line -> line.order(new Order.Begin()));
        clients.values().forEach(HostedClient::begin);
    }

    @Override
    public void invoke(NodeId client, Invocation invocation) {
        clients.get(client).invoke(invocation);
    }

    @Override
    public boolean disturb(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Crash crash) {
            NodeId target = crash.target().node();
            return target.isClient() ? crashClient(target) : processes().crash(target);
        }
        if (disturbance instanceof Disturbance.Restart restart) {
            return restart(restart.target().node(), restart.keepsDisk());
        }
        if (disturbance instanceof Disturbance.Pause pause) {
            NodeId target = pause.target().node();
            return target.isClient() ? clients.get(target).pause() : processes().pause(target);
        }
        if (disturbance instanceof Disturbance.Resume resume) {
            NodeId target = resume.target().node();
            return target.isClient()
                    ? clients.get(target).resume()
                    : processes().resume(target);
        }
        if (disturbance instanceof Disturbance.Skew skew) {
            return skew(skew);
        }
        return false;
    }

    private boolean crashClient(NodeId client) {
        boolean crashed = clients.get(client).crash();
        if (crashed) {
            listening.remove(client);
            tellChange(client, false, "killed");
            operations.leave(client);
        }
        return crashed;
    }

    private boolean restart(NodeId target, boolean keepsDisk) {
        try {
            return target.isClient()
                    ? restartClient(target, keepsDisk)
                    : processes().restart(target, keepsDisk);
        } catch (IOException e) {
            stage.fail().accept(target + " could not be restarted: " + e.getMessage());
            return false;
        }
    }

    private boolean restartClient(NodeId target, boolean keepsDisk) throws IOException {
        HostedClient client = clients.get(target);
        if (client.isUp()) {
            return false;
        }
        if (!keepsDisk) {
            client.loseDisk();
        }
        listening.put(target, client.open());
        client.begin();
        tellChange(target, true, keepsDisk ? "restarted" : "restarted without its disk");
        operations.comeBack(target);
        return true;
    }

    private void tellChange(NodeId node, boolean up, String how) {
        stage.ledger()
                .record(nanos -> new TraceEvent.ProcessChanged(nanos, Endpoint.of(node), up, how));
        showChange(node, up);
    }

    private void showChange(NodeId node, boolean up) {
        if (stage.ledger().clock().isRunning()) {
            Endpoint process = Endpoint.of(node);
            director.show(nanos -> up
                    ? new Observation.ProcessUp(nanos, process)
                    : new Observation.ProcessDown(nanos, process));
        }
    }

    private boolean skew(Disturbance.Skew skew) {
        NodeId target = skew.target().node();
        if (target.isClient()) {
            return clients.get(target).skew(skew.ahead());
        }
        ControlDesk.Line line = lines.get(target);
        if (line == null) {
            return false;
        }
        line.order(new Order.Skew(skew.ahead().toNanos()));
        return true;
    }

    @Override
    public void drain(Runnable task) {
        drained = task;
        lines.forEach((replica, line) -> {
            if (processes().isRunning(replica)) {
                undrained.add(replica);
                line.order(new Order.Drain());
            }
        });
        clients.forEach((id, client) -> {
            if (client.drain(() -> stage.mailbox().post(() -> drainedOf(id)))) {
                undrained.add(id);
            }
        });
        checkDrained();
    }

    private void drainedOf(NodeId node) {
        if (undrained.remove(node)) {
            checkDrained();
        }
    }

    private void checkDrained() {
        if (undrained.isEmpty()) {
            drained.run();
        }
    }

    @Override
    public Map<NodeId, Integer> ports() {
        return new TreeMap<>(listening);
    }

    @Override
    public void close() throws IOException {
        try {
            if (processes.isPresent()) {
                processes.get().close();
            }
        } finally {
            clients.values().forEach(HostedClient::close);
            desk.ifPresent(ControlDesk::close);
        }
    }

    /** What the replicas' processes are. */
    private final class Cast implements Processes.Casting {

        @Override
        public Launch launch(NodeId replica) throws IOException {
            Path file = stage.folder().launches().resolve(replica + ".properties");
            Map<NodeId, Integer> ports = new TreeMap<>();
            stage.proxy()
                    .portsOf(Endpoint.of(replica))
                    .forEach((to, port) -> ports.put(to.node(), port));
            ReplicaPlan plan = new ReplicaPlan(
                    protocol.name(),
                    replica,
                    stage.plan().membership(),
                    stage.plan().settings(),
                    stage.plan().scheme(),
                    stage.plan().seed(),
                    ports,
                    desk.orElseThrow().port(),
                    token,
                    stage.folder().disk(replica));
            plan.write(file);
            return new Launch(
                    replica.toString(),
                    JavaProcess.command(ReplicaMain.class, file.toString()),
                    Map.of(),
                    stage.folder().root(),
                    stage.folder().output(replica),
                    stage.folder().errors(replica));
        }

        @Override
        public void started(NodeId replica) {
            // It reports when it is ready.
        }

        @Override
        public void gone(NodeId replica) {
            listening.remove(replica);
            lines.remove(replica);
            drainedOf(replica);
        }

        @Override
        public boolean mayEnd() {
            return false;
        }

        @Override
        public void changed(NodeId replica, boolean up) {
            showChange(replica, up);
        }
    }

    /** What the replicas' processes say. */
    private final class Reports implements ControlDesk.Watch {

        @Override
        public void reported(ControlDesk.Line line, NodeId replica, Report report, Runnable done) {
            stage.mailbox().post(() -> {
                take(line, replica, report);
                done.run();
            });
        }

        @Override
        public void refused(String reason) {
            stage.mailbox().post(() -> stage.refusals().count("control port", 1, reason));
        }

        private void take(ControlDesk.Line line, NodeId replica, Report report) {
            Endpoint node = Endpoint.of(replica);
            if (report instanceof Report.Observed observed) {
                stage.ledger()
                        .record(nanos -> new TraceEvent.Observed(nanos, node, observed.fact()));
            } else if (report instanceof Report.Fired fired) {
                stage.ledger()
                        .record(nanos -> new TraceEvent.TimerFired(nanos, node, fired.timer()));
            } else if (report instanceof Report.Refused refused) {
                stage.refusals()
                        .count(
                                replica.toString(),
                                refused.times(),
                                refused.reason().asUtf8());
            } else if (report instanceof Report.Ready ready) {
                ready(line, ready);
            } else if (report instanceof Report.Drained) {
                drainedOf(replica);
            } else if (report instanceof Report.Broke broke) {
                stage.fail().accept(replica + ": " + broke.complaint().asUtf8());
            }
        }

        private void ready(ControlDesk.Line line, Report.Ready ready) {
            listening.put(ready.self(), ready.port());
            lines.put(ready.self(), line);
            processes().ready(ready.self());
            if (stage.ledger().clock().isRunning()) {
                line.order(new Order.Begin());
            }
        }
    }
}
