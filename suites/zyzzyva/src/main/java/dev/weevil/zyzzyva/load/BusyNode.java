package dev.weevil.zyzzyva.load;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.Timer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A replica whose processor takes time in a simulation, where nodes otherwise act at once: one event
 * after the other, and what came of one leaves when it is done.
 */
final class BusyNode implements Node {

    private static final Timer DONE = Timer.named("processor");

    private final Node node;
    private final Keyring keys;
    private final Costs costs;
    private final Inbox inbox;
    private List<Effect> done = List.of();
    private boolean busy;

    /** @param keys the keyring the node was made with */
    BusyNode(Node node, Keyring keys, Costs costs, Inbox.Queueing queueing) {
        this.node = node;
        this.keys = keys;
        this.costs = costs;
        this.inbox = new Inbox(queueing);
    }

    @Override
    public List<Effect> on(Event event) {
        List<Effect> effects = new ArrayList<>();
        if (event instanceof Event.TimerFired fired && fired.timer().equals(DONE)) {
            busy = false;
            effects.addAll(done);
        } else {
            inbox.add(event);
        }
        if (!busy) {
            inbox.next().ifPresent(next -> effects.add(begin(at(next, event.nanos()))));
        }
        return effects;
    }

    private Effect begin(Event event) {
        Keyring.Spent before = keys.spent();
        done = node.on(event);
        busy = true;
        int messages = event instanceof Event.Arrived ? 1 : 0;
        for (Effect effect : done) {
            if (effect instanceof Effect.Send send) {
                messages += send.to().size();
            }
            stopped(effect).ifPresent(inbox::forget);
        }
        long nanos = costs.of(before, keys.spent(), messages);
        return new Effect.StartTimer(DONE, Duration.ofNanos(nanos));
    }

    private static Optional<Timer> stopped(Effect effect) {
        if (effect instanceof Effect.StopTimer stop) {
            return Optional.of(stop.timer());
        }
        return effect instanceof Effect.StartTimer start
                ? Optional.of(start.timer())
                : Optional.empty();
    }

    /** The event as it is seen only now. */
    private static Event at(Event event, long nanos) {
        if (event instanceof Event.Arrived arrived) {
            return new Event.Arrived(nanos, arrived.sender(), arrived.message());
        }
        if (event instanceof Event.TimerFired fired) {
            return new Event.TimerFired(nanos, fired.timer());
        }
        return event;
    }
}
