package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Timer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Primaries that order less than others did are replaced, and all of them in time (15.2; after
 * Aardvark, NSDI'09). Off unless asked for.
 *
 * <p>At the end of each period a primary is judged by the numbers it gave: at nine tenths of the best
 * that it or one of the last n primaries reached, and of more with each period in office. So a slow
 * primary goes at once where faster ones have been, and a constant one in turn. Where nothing is
 * ordered and nothing waits, nobody is to blame.
 */
final class Rotation {

    private static final Timer T_ROTATE = Timer.named("T_ROTATE");
    private static final double EXPECTED = 0.9;
    private static final double GROWTH = 1.01;

    private final Core core;

    /** The best rate of each of the last views, numbers per second. */
    private final Deque<Double> bestOfViews = new ArrayDeque<>();

    private double best;
    private int periods;
    private long sinceNanos;
    private long sinceNumber;

    Rotation(Core core) {
        this.core = core;
    }

    void begin() {
        if (core.settings.defences().rotating()) {
            newPeriod();
            core.out.start(T_ROTATE, core.settings.defences().rotation());
        }
    }

    private void newPeriod() {
        sinceNanos = core.nanos;
        sinceNumber = core.history.last();
    }

    boolean onTimer(Timer timer) {
        if (!timer.equals(T_ROTATE)) {
            return false;
        }
        if (core.views.normal()) {
            judge();
        }
        begin();
        return true;
    }

    private void judge() {
        long ordered = core.history.last() - sinceNumber;
        if (ordered <= 0 && !core.requests.anyWaiting()) {
            return;
        }
        double seconds = Math.max(1, core.nanos - sinceNanos) / 1e9;
        double rate = ordered / seconds;
        periods++;
        double expected = expected();
        best = Math.max(best, rate);
        // The first period is one of grace: a view begins with its clients elsewhere. And one
        // request more or less is chance.
        if (periods > 1 && ordered + 1 < expected * seconds && !core.isPrimary()) {
            core.accusations.accuse(
                    String.format(Locale.ROOT, "%.0f requests/s, expected %.0f", rate, expected));
        }
    }

    private double expected() {
        double others =
                bestOfViews.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return Math.max(best, others) * EXPECTED * Math.pow(GROWTH, periods);
    }

    void onEntered() {
        bestOfViews.addLast(best);
        if (bestOfViews.size() > core.quorums.all()) {
            bestOfViews.removeFirst();
        }
        best = 0;
        periods = 0;
        newPeriod();
    }
}
