package dev.weevil.checker.linearizability;

import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides all parts, the largest first, on as many threads as the limits allow. The first illegal part
 * ends the work of all.
 */
final class Workers<S> {

    private final Parts parts;
    private final Model<S> model;
    private final Limits limits;
    private final Interruption interruption;
    private final int[] order;
    private final int[] localOf;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Workers(Parts parts, Model<S> model, Limits limits) {
        this.parts = parts;
        this.model = model;
        this.limits = limits;
        this.interruption = Interruption.start(limits.until(this::isOver));
        this.order = parts.largestFirst();
        this.localOf = new int[parts.operations().size()];
    }

    private boolean isOver() {
        return over.get() || limits.cancelled().getAsBoolean();
    }

    List<Finding> decide() {
        int threads = Math.min(limits.threads(), parts.count());
        return threads <= 1 ? work(1) : inParallel(threads);
    }

    private List<Finding> inParallel(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Finding>>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                results.add(pool.submit(() -> work(threads)));
            }
            List<Finding> findings = new ArrayList<>();
            for (Future<List<Finding>> result : results) {
                findings.addAll(outcome(result));
            }
            return findings;
        } finally {
            over.set(true);
            pool.shutdown();
        }
    }

    private static List<Finding> outcome(Future<List<Finding>> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Worker.untouched(0, "the checking thread was interrupted"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Finding> work(int threads) {
        Worker<S> worker =
                new Worker<>(parts, model, interruption, limits.memoryBytes() / threads, localOf);
        List<Finding> findings = new ArrayList<>();
        try {
            for (int at = next.getAndIncrement(); at < order.length; at = next.getAndIncrement()) {
                Finding finding = decide(worker, order[at]);
                findings.add(finding);
                if (finding.answer() == Finding.Answer.INVALID) {
                    over.set(true);
                }
            }
        } finally {
            worker.release();
        }
        return findings;
    }

    private static Finding decide(Worker<?> worker, int part) {
        try {
            return worker.decide(part);
        } catch (Interruption.Interrupted limit) {
            return Worker.untouched(part, limit.getMessage());
        }
    }
}
