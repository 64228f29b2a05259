package dev.weevil.engine.trespass;

import java.util.concurrent.locks.ReentrantLock;

/** Threads and locks belong to the live engine. */
public final class StartsThreads {

    private final ReentrantLock lock = new ReentrantLock();

    synchronized Thread begin() throws InterruptedException {
        lock.lock();
        Thread.sleep(1);
        return new Thread(lock::unlock);
    }
}
