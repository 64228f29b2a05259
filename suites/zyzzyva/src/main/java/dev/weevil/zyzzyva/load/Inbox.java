package dev.weevil.zyzzyva.load;

import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What waits for a busy processor; never more than so much, and the rest is lost. */
final class Inbox {

    /** How messages queue up. */
    enum Queueing {
        /** In one queue for all senders, as at the one datagram socket of the published prototype. */
        SHARED,
        /** In one queue per connection, taken from in turn, as by an event loop. */
        PER_SENDER
    }

    /** About what a socket's buffer holds. */
    private static final int MOST_WAITING = 512;

    private final Queueing queueing;
    private final Deque<Event> first = new ArrayDeque<>();

    /** In the order in which they have their turns; never an empty queue among them. */
    private final Map<Optional<NodeId>, Deque<Event>> queues = new LinkedHashMap<>();

    Inbox(Queueing queueing) {
        this.queueing = queueing;
    }

    void add(Event event) {
        if (!(event instanceof Event.Arrived arrived)) {
            first.add(event); // of the node itself, and lost by nobody
            return;
        }
        Optional<NodeId> key =
                queueing == Queueing.SHARED ? Optional.empty() : Optional.of(arrived.sender());
        Deque<Event> queue = queues.computeIfAbsent(key, sender -> new ArrayDeque<>());
        if (queue.size() < MOST_WAITING) {
            queue.add(event);
        }
    }

    /** What comes next; its sender's turn is over then. */
    Optional<Event> next() {
        if (!first.isEmpty()) {
            return Optional.of(first.poll());
        }
        if (queues.isEmpty()) {
            return Optional.empty();
        }
        Optional<NodeId> sender = queues.keySet().iterator().next();
        Deque<Event> queue = queues.remove(sender);
        Event event = queue.poll();
        if (!queue.isEmpty()) {
            queues.put(sender, queue);
        }
        return Optional.of(event);
    }

    /** A timer that the node has stopped, or started anew, did not go off. */
    void forget(Timer timer) {
        first.removeIf(event ->
                event instanceof Event.TimerFired fired && fired.timer().equals(timer));
    }
}
