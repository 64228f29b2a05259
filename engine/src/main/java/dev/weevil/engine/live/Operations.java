package dev.weevil.engine.live;

import dev.weevil.engine.live.mailbox.Mailbox;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.Agenda;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What the clients do. An operation is recorded before its client hears of it, and its completion after
 * the client has told it. On the run's thread.
 */
final class Operations {

    private final Plan plan;
    private final Ledger ledger;
    private final Mailbox mailbox;
    private final Director director;
    private final BiConsumer<NodeId, Invocation> invoke;
    private final Agenda agenda;
    private final Map<NodeId, Invocation> open = new TreeMap<>();
    private final Set<NodeId> away = new TreeSet<>();

    Operations(
            Plan plan,
            Ledger ledger,
            Mailbox mailbox,
            Director director,
            BiConsumer<NodeId, Invocation> invoke) {
        this.plan = plan;
        this.ledger = ledger;
        this.mailbox = mailbox;
        this.director = director;
        this.invoke = invoke;
        this.agenda = new Agenda(plan.workload(), plan.seed().named("workload"));
    }

    void begin() {
        plan.membership().clientIds().forEach(this::next);
    }

    /** Whether all operations have been invoked. */
    boolean areAsked() {
        return agenda.isDone();
    }

    /** Whether all operations have been invoked and have ended. */
    boolean areDone() {
        return agenda.isDone() && open.isEmpty();
    }

    int openCount() {
        return open.size();
    }

    /** The client says that its invocation ended; false where it has none of this number. */
    boolean complete(NodeId client, long number, Outcome outcome) {
        Invocation invocation = open.get(client);
        if (invocation == null || invocation.id() != number) {
            return false;
        }
        open.remove(client);
        ledger.record(nanos -> new TraceEvent.Completed(nanos, client, invocation, outcome));
        director.show(
                nanos -> new Observation.OperationCompleted(nanos, client, invocation, outcome));
        long think = plan.workload().think().toNanos();
        if (think == 0) {
            next(client);
        } else {
            mailbox.after(think, () -> next(client));
        }
        return true;
    }

    /** The client is gone: what it had open may or may not take effect. */
    void leave(NodeId client) {
        away.add(client);
        Invocation invocation = open.get(client);
        if (invocation != null) {
            complete(
                    client,
                    invocation.id(),
                    Outcome.info(invocation.value(), "the client crashed"));
        }
    }

    void comeBack(NodeId client) {
        if (away.remove(client)) {
            next(client);
        }
    }

    private void next(NodeId client) {
        if (away.contains(client) || open.containsKey(client)) {
            return;
        }
        Optional<Invocation> next = agenda.next(client);
        if (next.isPresent()) {
            Invocation invocation = next.get();
            open.put(client, invocation);
            ledger.record(nanos -> new TraceEvent.Invoked(nanos, client, invocation));
            director.show(nanos -> new Observation.OperationInvoked(nanos, client, invocation));
            invoke.accept(client, invocation);
        }
    }
}
