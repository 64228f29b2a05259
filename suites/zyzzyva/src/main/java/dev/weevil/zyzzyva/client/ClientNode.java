package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.service.Operations;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.List;
import java.util.Optional;

/** A Zyzzyva client with at most one operation open. It never gives up (C10). */
public final class ClientNode implements Node {

    private final Surroundings all;
    private Optional<Attempt> open = Optional.empty();

    /** The operation before: late answers to it still tell something (12.8). */
    private Optional<Attempt> over = Optional.empty();

    private Optional<Invocation> waiting = Optional.empty();
    private final Timestamps timestamps;
    private long view;

    /** @param keys the client's own; their owner is who it is */
    public ClientNode(MessageFormat format, Keyring keys, ZyzzyvaSettings settings) {
        this.all = new Surroundings(settings, new Seals(format, keys, settings));
        this.timestamps = new Timestamps(settings.durable());
    }

    @Override
    public List<Effect> on(Event event) {
        all.nanos = event.nanos();
        if (event instanceof Event.Invoked invoked) {
            invoke(invoked.invocation());
        } else if (event instanceof Event.Arrived arrived) {
            onMessage(arrived.sender(), arrived.message());
        } else if (event instanceof Event.TimerFired fired) {
            onTimer(fired.timer());
        } else if (event instanceof Event.Started started) {
            timestamps.restore(started.disk());
        } else if (event instanceof Event.Persisted) {
            timestamps.reserved();
            Optional<Invocation> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(this::begin);
        }
        return all.drain();
    }

    private void invoke(Invocation invocation) {
        if (open.isPresent()) {
            throw new IllegalStateException(all.self() + " was asked for " + invocation + " while "
                    + open.get().invocation() + " is open");
        }
        if (timestamps.exhausted()) {
            waiting = Optional.of(invocation);
            all.persist(timestamps.reserve());
        } else {
            begin(invocation);
        }
    }

    private void begin(Invocation invocation) {
        try {
            start(
                    readsAtOnce(invocation)
                            ? new ReadAttempt(all, invocation, timestamps.next())
                            : ordered(invocation));
        } catch (IllegalArgumentException refused) {
            Outcome outcome = Outcome.fail(invocation.value(), refused.getMessage());
            all.complete(new Effect.Complete(invocation.id(), outcome));
        }
    }

    private boolean readsAtOnce(Invocation invocation) {
        return all.settings.optimizations().readOnly() && Operations.isRead(invocation);
    }

    private Attempt ordered(Invocation invocation) {
        return new OrderedAttempt(all, invocation, timestamps.next(), view);
    }

    private void start(Attempt attempt) {
        open = Optional.of(attempt);
        attempt.begin();
    }

    private void onMessage(NodeId sender, Message message) {
        if (message instanceof SpeculativeResponse response) {
            open.filter(attempt -> attempt.concerns(response))
                    .ifPresent(attempt -> attempt.onResponse(sender, response));
            // Answers to what is over already are the everyday case on a slow link.
            over.filter(attempt -> attempt.concerns(response))
                    .ifPresent(attempt -> attempt.onLateResponse(response));
        } else if (message instanceof LocalCommit commit) {
            open.filter(attempt -> attempt.concerns(commit))
                    .ifPresent(attempt -> attempt.onLocalCommit(sender, commit));
        } else {
            all.refuse(sender, message, "not meant for a client");
        }
        finish();
    }

    private void onTimer(Timer timer) {
        open.ifPresent(attempt -> attempt.onTimer(timer));
        finish();
    }

    private void finish() {
        if (open.isPresent() && open.get().completion().isPresent()) {
            Attempt done = open.get();
            Completion completion = done.completion().get();
            view = completion.view(); // C11
            done.stopTimers();
            all.complete(new Effect.Complete(
                    done.invocation().id(),
                    Operations.outcome(done.invocation(), completion.result())));
            over = open;
            open = Optional.empty();
        } else if (open.isPresent() && open.get().failed()) {
            open.get().stopTimers();
            start(ordered(open.get().invocation()));
        }
    }
}
