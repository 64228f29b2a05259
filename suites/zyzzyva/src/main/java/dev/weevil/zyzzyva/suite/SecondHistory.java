package dev.weevil.zyzzyva.suite;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.proof.HistoryChain;

import java.util.ArrayList;
import java.util.List;

/** Another history, consistent in itself, that a lying primary builds up in somebody's mind. */
final class SecondHistory {

    private final HistoryChain chain = new HistoryChain(true);
    private Digest history = Digest.ZERO;
    private long last;

    /** The number of what was ordered last. */
    long last() {
        return last;
    }

    /**
     * The order, not yet sealed, that lets these follow what was ordered before.
     *
     * @param items requests whose histories are replaced
     */
    OrderRequest next(long view, List<OrderedItem> items) {
        long first = last + 1;
        List<OrderedItem> chained = new ArrayList<>();
        for (OrderedItem item : items) {
            history = chain.next(history, item.request(), item.nondeterminism());
            chained.add(
                    new OrderedItem(history, item.request(), item.nondeterminism(), item.body()));
        }
        last += items.size();
        return new OrderRequest(view, first, chained, Seal.NONE);
    }
}
