package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.node.Invocation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that are nodes. */
final class Crowd implements Load {

    /** One lap. */
    private static final class Race {

        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final long[] latencies;
        private final CountDownLatch finished = new CountDownLatch(1);

        Race(int operations) {
            this.latencies = new long[operations];
        }
    }

    private final List<NodeHost> clients;
    private final long[] since;
    private volatile Race race = new Race(0);

    Crowd(List<NodeHost> clients) {
        this.clients = clients;
        this.since = new long[clients.size()];
    }

    @Override
    public Lap run(int operations) throws InterruptedException {
        Race next = new Race(operations);
        race = next;
        long began = System.nanoTime();
        for (int client = 0; client < clients.size(); client++) {
            ask(client, next);
        }
        next.finished.await();
        return Lap.of(System.nanoTime() - began, next.latencies);
    }

    /** Called by each client's host, on its thread. */
    void completed(int client) {
        Race current = race;
        int place = current.done.getAndIncrement();
        current.latencies[place] = System.nanoTime() - since[client];
        if (place + 1 == current.latencies.length) {
            current.finished.countDown();
        } else {
            ask(client, current);
        }
    }

    private void ask(int client, Race current) {
        int number = current.asked.getAndIncrement();
        if (number < current.latencies.length) {
            since[client] = System.nanoTime();
            clients.get(client)
                    .invoke(new Invocation(
                            number + 1L, "put", Optional.of("k" + client), "value-" + client));
        }
    }
}
