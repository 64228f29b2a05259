package dev.weevil.engine.live;

import dev.weevil.engine.cluster.Driver;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/** A client of a foreign system: its driver on a thread of its own. */
final class DrivenClient {

    private final Driver driver;
    private final BiConsumer<Invocation, Outcome> completed;
    private final LinkedBlockingQueue<Invocation> asked = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /** @param completed called on the client's thread */
    DrivenClient(NodeId self, Driver driver, BiConsumer<Invocation, Outcome> completed) {
        this.driver = driver;
        this.completed = completed;
        this.thread = new Thread(this::work, self + " driver");
        thread.setDaemon(true);
        thread.start();
    }

    void invoke(Invocation invocation) {
        asked.add(invocation);
    }

    void close() {
        closed = true;
        driver.close();
        thread.interrupt();
    }

    private void work() {
        while (!closed) {
            try {
                Invocation invocation = asked.take();
                completed.accept(invocation, perform(invocation));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Outcome perform(Invocation invocation) {
        try {
            return driver.perform(invocation);
        } catch (RuntimeException e) {
            // The driver broke its promise; whether the operation took effect nobody knows.
            return Outcome.info(invocation.value(), "the driver threw " + e);
        }
    }
}
