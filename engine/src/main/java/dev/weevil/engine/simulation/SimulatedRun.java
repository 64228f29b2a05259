package dev.weevil.engine.simulation;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.trace.Recorder;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.Agenda;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run: hands events to nodes and performs their effects. */
final class SimulatedRun {

    private static final long DISK_NANOS = Duration.ofNanos(100_000).toNanos();

    private final Plan plan;
    private final Recorder recorder;
    private final Timeline timeline = new Timeline();
    private final SimulatedNetwork network;
    private final Agenda agenda;
    private final Map<Endpoint, SimulatedNode> nodes = new TreeMap<>();
    private final Map<Long, Invocation> open = new HashMap<>();
    private long processed;
    private long deadline;

    SimulatedRun(Plan plan, Protocol protocol, Latency latency, Recorder recorder) {
        this.plan = plan;
        this.recorder = recorder;
        this.agenda = new Agenda(plan.workload(), plan.seed().named("workload"));
        this.deadline = plan.bounds().time().toNanos();
        Deployment deployment = protocol.deploy(plan.membership(), plan.settings());
        Keys keys =
                plan.scheme().keys(plan.seed().named("keys"), plan.membership().nodes());
        this.network = new SimulatedNetwork(
                plan, keys, deployment.format(), latency, timeline, new Hands());
        for (NodeId id : plan.membership().nodes()) {
            SimulatedNode node = new SimulatedNode(
                    Endpoint.of(id),
                    () -> id.isReplica()
                            ? deployment.replica(keys.of(id))
                            : deployment.client(keys.of(id)));
            nodes.put(node.endpoint(), node);
        }
    }

    void run() {
        network.show(new Observation.Begun(0));
        nodes.values().forEach(node -> deliver(node, node.start(timeline.now(), true), 0));
        plan.membership().clientIds().forEach(this::invokeNext);
        while (!timeline.isEmpty() && timeline.nextNanos() <= deadline) {
            if (processed > plan.bounds().events()) {
                note("stopped after " + processed + " events, before the workload had ended");
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                note("interrupted after " + processed + " events");
                return;
            }
            timeline.advance();
        }
        if (!open.isEmpty()) {
            note(open.size() + " operations were still open when the run ended");
        }
    }

    private void note(String text) {
        recorder.record(new TraceEvent.Noted(timeline.now(), text));
    }

    /** Hands the event to the node, unless it is down; a paused node takes it when it goes on. */
    private void deliver(SimulatedNode node, Event event, long cause) {
        if (node.isPaused()) {
            node.defer(() -> deliver(node, node.reissued(event, timeline.now()), cause));
        } else if (node.isUp()) {
            processed++;
            long life = node.life();
            for (Effect effect : node.on(event)) {
                // The adversary may kill the node in the middle of its sending.
                if (node.isUp() && node.life() == life) {
                    perform(node, effect, cause);
                }
            }
        }
    }

    private void perform(SimulatedNode node, Effect effect, long cause) {
        if (effect instanceof Effect.Send send) {
            for (NodeId receiver : send.to()) {
                network.send(node.endpoint(), Endpoint.of(receiver), send.message(), cause);
            }
        } else if (effect instanceof Effect.StartTimer start) {
            startTimer(node, start);
        } else if (effect instanceof Effect.StopTimer stop) {
            node.stopTimer(stop.timer());
        } else if (effect instanceof Effect.Observed observed) {
            observed(node, observed.fact());
        } else if (effect instanceof Effect.Complete complete) {
            complete(node, complete);
        } else if (effect instanceof Effect.Persist persist) {
            persist(node, persist);
        }
    }

    private void startTimer(SimulatedNode node, Effect.StartTimer start) {
        long starting = node.startTimer(start.timer());
        double share = start.jitter() == 0
                ? 0
                : plan.seed()
                        .named("jitter")
                        .and(node.endpoint().hashCode())
                        .and(starting)
                        .unit();
        long delay = start.delay().toNanos();
        timeline.after(delay + (long) (delay * start.jitter() * share), () -> {
            if (node.expire(start.timer(), starting)) {
                record(new TraceEvent.TimerFired(timeline.now(), node.endpoint(), start.timer()));
                deliver(node, new Event.TimerFired(node.clock(timeline.now()), start.timer()), 0);
            }
        });
    }

    private void observed(SimulatedNode node, Fact fact) {
        record(new TraceEvent.Observed(timeline.now(), node.endpoint(), fact));
    }

    private void persist(SimulatedNode node, Effect.Persist persist) {
        long life = node.life();
        timeline.after(DISK_NANOS, () -> {
            if (node.isUp() && node.life() == life) {
                node.write(persist.name(), persist.content());
                deliver(node, new Event.Persisted(node.clock(timeline.now()), persist.write()), 0);
            }
        });
    }

    private void invokeNext(NodeId client) {
        Optional<Invocation> next = agenda.next(client);
        if (next.isEmpty()) {
            if (agenda.isDone()) {
                endSoon();
            }
            return;
        }
        SimulatedNode node = nodes.get(Endpoint.of(client));
        Invocation invocation = next.get();
        open.put(invocation.id(), invocation);
        record(new TraceEvent.Invoked(timeline.now(), client, invocation));
        network.show(new Observation.OperationInvoked(timeline.now(), client, invocation));
        deliver(node, new Event.Invoked(node.clock(timeline.now()), invocation), 0);
    }

    private void complete(SimulatedNode node, Effect.Complete complete) {
        Invocation invocation = open.remove(complete.invocation());
        if (invocation == null) {
            throw new IllegalStateException(node.endpoint() + " completed invocation "
                    + complete.invocation() + ", which is not open");
        }
        NodeId client = node.endpoint().node();
        Outcome outcome = complete.outcome();
        record(new TraceEvent.Completed(timeline.now(), client, invocation, outcome));
        network.show(
                new Observation.OperationCompleted(timeline.now(), client, invocation, outcome));
        // Behind the effects that follow the completion, so that the node is done with it.
        timeline.after(plan.workload().think().toNanos(), () -> invokeNext(client));
    }

    /** Once a client finds nothing left to ask for, the others have only so long for what is open. */
    private void endSoon() {
        Bounds bounds = plan.bounds();
        long left = (open.isEmpty() ? bounds.settling() : bounds.patience()).toNanos();
        deadline = Math.min(deadline, timeline.now() + left);
    }

    private void record(TraceEvent event) {
        recorder.record(event);
    }

    /** What the network does to nodes and trace. */
    private final class Hands implements SimulatedNetwork.Receiver {

        @Override
        public void record(TraceEvent event) {
            recorder.record(event);
        }

        @Override
        public void arrive(Endpoint to, Endpoint from, SimulatedNetwork.Parcel parcel) {
            SimulatedNode node = nodes.get(to);
            if (node != null) {
                deliver(
                        node,
                        new Event.Arrived(
                                node.clock(timeline.now()), from.node(), parcel.message()),
                        parcel.envelope());
            }
        }

        @Override
        public void disturb(String rule, Disturbance disturbance) {
            record(new TraceEvent.Disturbed(timeline.now(), rule, disturbance));
            if (disturbance instanceof Disturbance.Crash crash) {
                crash(target(crash.target()));
            } else if (disturbance instanceof Disturbance.Restart restart) {
                restart(target(restart.target()), restart.keepsDisk());
            } else if (disturbance instanceof Disturbance.Pause pause) {
                target(pause.target()).pause();
            } else if (disturbance instanceof Disturbance.Resume resume) {
                target(resume.target()).resume().forEach(Runnable::run);
            } else if (disturbance instanceof Disturbance.Skew skew) {
                target(skew.target()).skew(skew.ahead());
            } else {
                note(plan.system().name() + " knows no action " + disturbance);
            }
        }

        private SimulatedNode target(Endpoint endpoint) {
            SimulatedNode node = nodes.get(endpoint);
            if (node == null) {
                throw new IllegalArgumentException("expected a disturbance of one of "
                        + nodes.keySet() + ", found " + endpoint);
            }
            return node;
        }

        private void crash(SimulatedNode node) {
            if (node.isUp()) {
                node.crash();
                changed(node, false, "killed");
                network.show(new Observation.ProcessDown(timeline.now(), node.endpoint()));
            }
        }

        private void restart(SimulatedNode node, boolean keepsDisk) {
            if (!node.isUp()) {
                changed(node, true, keepsDisk ? "restarted" : "restarted without its disk");
                deliver(node, node.start(timeline.now(), keepsDisk), 0);
                network.show(new Observation.ProcessUp(timeline.now(), node.endpoint()));
            }
        }

        private void changed(SimulatedNode node, boolean up, String how) {
            record(new TraceEvent.ProcessChanged(timeline.now(), node.endpoint(), up, how));
        }
    }
}
