package dev.weevil.zyzzyva.proof;

import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.util.Optional;

/**
 * Two orders of one primary in one view that no correct primary can both have given (M1). Says nothing
 * of seals.
 */
public enum Contradiction {
    /** Kind 1: one number for two requests, histories or choices. */
    ONE_NUMBER,
    /** Kind 2: two numbers for one request. */
    ONE_REQUEST,
    /** Kind 3: consecutive numbers whose histories do not follow each other. */
    BROKEN_CHAIN;

    /** A correct primary's batch is far smaller; the search below is quadratic. */
    private static final int MOST_ITEMS = 256;

    /** The first contradiction between two orders, or within them; orders of two views never have one. */
    public static Optional<Contradiction> between(
            OrderRequest one, OrderRequest other, HistoryChain chain) {
        if (one.view() != other.view()
                || one.items().size() > MOST_ITEMS
                || other.items().size() > MOST_ITEMS
                || nearOverflow(one)
                || nearOverflow(other)) {
            return Optional.empty();
        }
        for (long n = one.first(); n <= one.last(); n++) {
            for (long m = other.first(); m <= other.last(); m++) {
                Optional<Contradiction> found = between(n, one.item(n), m, other.item(m), chain);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Contradiction> between(
            long n, OrderedItem one, long m, OrderedItem other, HistoryChain chain) {
        if (n == m && !one.sameOrder(other)) {
            return Optional.of(ONE_NUMBER);
        }
        if (n != m && one.request().equals(other.request())) {
            return Optional.of(ONE_REQUEST);
        }
        boolean broken = (m == n + 1 && !chain.follows(one.history(), other))
                || (n == m + 1 && !chain.follows(other.history(), one));
        return broken ? Optional.of(BROKEN_CHAIN) : Optional.empty();
    }

    private static boolean nearOverflow(OrderRequest order) {
        return order.first() < 1 || order.first() > Long.MAX_VALUE / 2;
    }
}
