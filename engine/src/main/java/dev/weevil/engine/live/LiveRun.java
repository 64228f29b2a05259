package dev.weevil.engine.live;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.cluster.Foreign;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.live.proxy.Proxy;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.Recorder;
import dev.weevil.engine.trace.TraceEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One run, from the first port to the last. The calling thread is the one that decides and records. */
final class LiveRun {

    /** For all processes to become ready; machines may be slow and busy. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    /** For everybody to tell what they have not told yet. */
    private static final Duration DRAINING = Duration.ofSeconds(10);

    private static final int IO_THREADS = 2;

    private final Plan plan;
    private final RunFolder folder;
    private final LiveRunner.Prelude prelude;
    private final Mailbox mailbox = new Mailbox();
    private final RunClock clock = new RunClock();
    private final Ledger ledger;
    private final Refusals refusals;
    private final EventLoops loops = EventLoops.fast(IO_THREADS);
    private final Proxy proxy = new Proxy();
    private final LinkActions linkActions = new LinkActions(proxy);
    private final Director director;
    private final Operations operations;
    private final Players players;
    private Optional<String> failure = Optional.empty();

    LiveRun(Plan plan, Recorder recorder, RunFolder folder, LiveRunner.Prelude prelude)
            throws RunFailed {
        this.plan = plan;
        this.folder = folder;
        this.prelude = prelude;
        this.ledger = new Ledger(recorder, clock);
        this.refusals = new Refusals(ledger);
        Keys keys =
                plan.scheme().keys(plan.seed().named("keys"), plan.membership().nodes());
        this.director = new Director(plan, keys, ledger, mailbox, proxy, refusals, this::disturb);
        this.operations = new Operations(plan, ledger, mailbox, director, this::invoke);
        Stage stage =
                new Stage(plan, keys, folder, mailbox, ledger, proxy, refusals, loops, this::fail);
        this.players = players(stage);
    }

    private Players players(Stage stage) throws RunFailed {
        if (plan.system() instanceof Protocol protocol) {
            return new HostedPlayers(stage, protocol, director, operations);
        }
        if (plan.system() instanceof Foreign foreign) {
            return new ForeignPlayers(stage, foreign, director, operations);
        }
        throw new RunFailed(plan.scenario() + ": " + plan.system().name()
                + " is neither a protocol nor a foreign system");
    }

    void run() throws RunFailed {
        try {
            folder.create();
            players.open();
            perform();
        } catch (IOException e) {
            fail(plan.scenario() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(plan.scenario() + " was interrupted");
        } finally {
            close();
        }
        if (failure.isPresent()) {
            throw new RunFailed(failure.get());
        }
    }

    private void perform() throws InterruptedException {
        if (!await(STARTING, players::areReady)) {
            fail("not every process was ready within " + STARTING.toSeconds() + " s");
            return;
        }
        boolean[] played = new boolean[1];
        var unused = prelude.play(new LiveRunner.Addresses(players.ports(), this::proxyPorts))
                .whenComplete((nothing, thrown) -> mailbox.post(() -> {
                    played[0] = true;
                    if (thrown != null) {
                        fail("the prelude failed: " + thrown);
                    }
                }));
        await(STARTING, () -> played[0]);
        clock.begin();
        director.show(Observation.Begun::new);
        players.begin();
        operations.begin();
        boolean asked = await(plan.bounds().time(), operations::areAsked);
        if (!asked || !await(patience(), operations::areDone)) {
            ledger.note(operations.openCount() + " operations were still open when the run ended");
        }
        await(plan.bounds().settling(), () -> false);
        boolean[] drained = new boolean[1];
        players.drain(() -> drained[0] = true);
        if (!await(DRAINING, () -> drained[0])) {
            ledger.note("not everybody told everything within " + DRAINING.toSeconds() + " s");
        }
    }

    /** How long what is still open may stay so, within the run's time. */
    private Duration patience() {
        Duration left = plan.bounds().time().minusNanos(clock.nanos());
        Duration patience = plan.bounds().patience();
        return left.compareTo(patience) < 0 ? left : patience;
    }

    /** Goes on until the condition holds, and says whether it did before the time was over. */
    private boolean await(Duration time, BooleanSupplier condition) throws InterruptedException {
        boolean[] over = new boolean[1];
        Mailbox.Alarm alarm = mailbox.after(time.toNanos(), () -> over[0] = true);
        mailbox.runWhile(() -> !over[0] && failure.isEmpty() && !condition.getAsBoolean());
        mailbox.cancel(alarm);
        return condition.getAsBoolean();
    }

    private Map<NodeId, Integer> proxyPorts(NodeId from) {
        Map<NodeId, Integer> ports = new TreeMap<>();
        proxy.portsOf(Endpoint.of(from)).forEach((to, port) -> ports.put(to.node(), port));
        return ports;
    }

    private void invoke(NodeId client, Invocation invocation) {
        players.invoke(client, invocation);
    }

    private void disturb(String rule, Disturbance disturbance) {
        boolean done = linkActions.knows(disturbance)
                ? linkActions.perform(disturbance)
                : players.disturb(disturbance);
        if (done) {
            ledger.record(nanos -> new TraceEvent.Disturbed(nanos, rule, disturbance));
        } else {
            ledger.note(rule + " wanted " + disturbance + ", but there was nothing to do it to");
        }
    }

    private void fail(String complaint) {
        if (failure.isEmpty()) {
            failure = Optional.of(complaint);
            ledger.note("failed: " + complaint);
        }
    }

    private void close() {
        director.end();
        try {
            players.close();
        } catch (IOException e) {
            fail(e.getMessage());
        }
        proxy.close();
        loops.close();
        mailbox.runPosted();
        refusals.sumUp();
    }
}
