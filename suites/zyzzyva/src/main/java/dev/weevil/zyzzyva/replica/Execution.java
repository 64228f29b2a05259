package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;

import java.util.Optional;

/**
 * From accepted to executed (A7 to A10): at once, or, where the order says so, when it is committed
 * (12.8). Requests are executed in order, so one that waits holds up those behind it.
 */
final class Execution {

    private final Core core;

    /** The last executed number: the state is the one after it. */
    private long last;

    Execution(Core core) {
        this.core = core;
    }

    /** The number whose execution made the present state. */
    long last() {
        return last;
    }

    /** A8, or the first half of 12.8: what others voted for before it was accepted here is answered. */
    void onAccepted(Entry entry) {
        if (commitsFirst(entry) && entry.order().orElseThrow().last() == entry.number()) {
            core.votes.vote(entry.number());
        }
        resume();
        core.votes.answer(entry.number());
    }

    /** Executes what need not wait, or not any longer. */
    void resume() {
        while (core.views.normal() && last < core.history.last()) {
            Entry next = core.history.entry(last + 1);
            if (commitsFirst(next) && !core.commitment.covers(next.number())) {
                return;
            }
            execute(next);
        }
    }

    private boolean commitsFirst(Entry entry) {
        return core.settings.optimizations().commitOpt()
                && entry.order().filter(OrderRequest::commitOptimized).isPresent();
    }

    private void execute(Entry entry) {
        Request body = entry.item().body().orElseThrow();
        if (apply(entry)) {
            core.responses.speculative(
                    core.application.table().row(body.client()).orElseThrow(), body);
        } else {
            repeated(body);
        }
        settle(entry);
    }

    /** A7: what was executed before is answered again only if it is the client's latest. */
    private void repeated(Request body) {
        core.application
                .table()
                .row(body.client())
                .filter(row -> row.timestamp() == body.timestamp())
                .ifPresent(row -> core.responses.speculative(row, body));
    }

    /** Whether the entry was more than a no-op. */
    private boolean apply(Entry entry) {
        last = entry.number();
        boolean applied = core.application.execute(entry).isPresent();
        if (applied && core.role.executes()) {
            Request body = entry.item().body().orElseThrow();
            core.out.observe(new Fact(
                    Fact.EXECUTED,
                    core.views.target(),
                    last,
                    entry.item().request(),
                    body.client() + "/" + body.timestamp()));
        }
        return applied;
    }

    /** A9, A10. */
    private void settle(Entry entry) {
        entry.item()
                .body()
                .ifPresent(body -> core.requests.executed(body.client(), body.timestamp()));
        core.checkpoints.onExecuted(entry.number());
    }

    /** V12: executes an entry of a new view's history for the first time; clients hear of it by V17. */
    void catchUp(Entry entry) {
        apply(entry);
        settle(entry);
    }

    /** V12: back to a state of before; what is kept of the history is executed {@link #again}. */
    void restore(Savepoint savepoint) {
        core.application = core.application.at(savepoint);
        last = savepoint.number();
    }

    /** Executes once more what the restored state lacks; nobody is told twice. */
    void again(Entry entry) {
        if (entry.number() > last) {
            last = entry.number();
            core.application.execute(entry);
        }
    }

    /** The accepted request of this client, this timestamp or a newer one, that still waits. */
    Optional<Entry> waiting(NodeId client, long timestamp) {
        for (long n = core.history.last(); n > last; n--) {
            Entry entry = core.history.entry(n);
            boolean found = entry.item()
                    .body()
                    .filter(body -> body.client().equals(client) && body.timestamp() >= timestamp)
                    .isPresent();
            if (found) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The newest timestamp of the client that has a number, executed or not (P2). */
    long acceptedTimestamp(NodeId client) {
        long executed = core.application.table().timestamp(client);
        return waiting(client, executed + 1)
                .flatMap(entry -> entry.item().body())
                .map(Request::timestamp)
                .orElse(executed);
    }
}
