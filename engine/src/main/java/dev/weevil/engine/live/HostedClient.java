package dev.weevil.engine.live;

import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.live.host.HostPlan;
import dev.weevil.engine.live.host.MemoryDisk;
import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.trace.TraceEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A client in the harness: a node on a thread of its own. On the run's thread. */
final class HostedClient {

    private final Stage stage;
    private final Deployment deployment;
    private final NodeId self;
    private final Operations operations;
    private final MemoryDisk disk = new MemoryDisk();
    private Optional<NodeHost> host = Optional.empty();
    private boolean paused;

    HostedClient(Stage stage, Deployment deployment, NodeId self, Operations operations) {
        this.stage = stage;
        this.deployment = deployment;
        this.self = self;
        this.operations = operations;
    }

    /** Opens its port, and returns it. */
    int open() throws IOException {
        Map<NodeId, Integer> ports = new TreeMap<>();
        stage.proxy().portsOf(Endpoint.of(self)).forEach((to, port) -> ports.put(to.node(), port));
        NodeHost opened = new NodeHost(
                HostPlan.local(self, deployment.format(), ports, stage.plan().seed()),
                deployment.client(stage.keys().of(self)),
                disk,
                new Reports(),
                stage.loops());
        host = Optional.of(opened);
        return opened.port();
    }

    boolean isUp() {
        return host.isPresent();
    }

    void begin() {
        host.ifPresent(NodeHost::begin);
    }

    void invoke(Invocation invocation) {
        host.ifPresent(node -> node.invoke(invocation));
    }

    boolean skew(Duration ahead) {
        host.ifPresent(node -> node.skew(ahead));
        return isUp();
    }

    boolean pause() {
        boolean pauses = isUp() && !paused;
        if (pauses) {
            paused = true;
            host.get().pause();
        }
        return pauses;
    }

    boolean resume() {
        boolean resumes = isUp() && paused;
        if (resumes) {
            paused = false;
            host.get().resume();
        }
        return resumes;
    }

    boolean crash() {
        boolean crashes = isUp();
        close();
        return crashes;
    }

    void loseDisk() {
        disk.clear();
    }

    /** Runs the task when the node has told everything; false where it will not. */
    boolean drain(Runnable task) {
        boolean drains = isUp() && !paused;
        if (drains) {
            host.get().behind(task);
        }
        return drains;
    }

    void close() {
        paused = false;
        host.ifPresent(NodeHost::close);
        host = Optional.empty();
    }

    /** Takes what the node says to the run's thread. */
    private final class Reports implements Reporter {

        @Override
        public void observed(Fact fact) {
            record(nanos -> new TraceEvent.Observed(nanos, Endpoint.of(self), fact));
        }

        @Override
        public void timerFired(Timer timer) {
            record(nanos -> new TraceEvent.TimerFired(nanos, Endpoint.of(self), timer));
        }

        private void record(java.util.function.LongFunction<TraceEvent> event) {
            stage.mailbox().post(() -> stage.ledger().record(event));
        }

        @Override
        public void completed(long invocation, Outcome outcome) {
            stage.mailbox().post(() -> {
                if (!operations.complete(self, invocation, outcome) && isUp()) {
                    stage.fail()
                            .accept(self + " completed invocation " + invocation
                                    + ", which is not open");
                }
            });
        }

        @Override
        public void refused(String reason) {
            stage.mailbox().post(() -> stage.refusals().count(self.toString(), 1, reason));
        }

        @Override
        public void broke(String complaint) {
            stage.mailbox().post(() -> stage.fail().accept(self + ": " + complaint));
        }
    }
}
