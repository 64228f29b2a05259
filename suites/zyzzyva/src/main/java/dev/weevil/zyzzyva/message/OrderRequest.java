package dev.weevil.zyzzyva.message;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.wire.Tag;

import java.util.List;
import java.util.Objects;

/**
 * ORDER-REQ: the primary gives a batch of requests consecutive sequence numbers.
 *
 * <p>The seal covers view, first, the flag and all triples (h, d, ND), never bodies: the same seal holds for the
 * message that a backup executes and for the evidence quoted in other messages.
 *
 * @param first n of the first item; the others follow
 * @param commitOptimized replicas shall commit the batch before they execute it (12.8); copied from its
 *     requests, for a client that shows every replica another flag must not hold up execution
 */
@Tag(2)
public record OrderRequest(
        long view, long first, boolean commitOptimized, List<OrderedItem> items, Seal seal)
        implements ZyzzyvaMessage {

    /** An order that is executed at once. */
    public OrderRequest(long view, long first, List<OrderedItem> items, Seal seal) {
        this(view, first, false, items, seal);
    }

    public OrderRequest {
        items = List.copyOf(items);
        Objects.requireNonNull(seal, "seal");
    }

    @Override
    public long sequence() {
        return first;
    }

    public long last() {
        return first + items.size() - 1;
    }

    public boolean covers(long number) {
        long index = number - first; // negative where it overflows
        return number >= first && index >= 0 && index < items.size();
    }

    /**
     * The item with this sequence number.
     *
     * @throws IndexOutOfBoundsException unless it {@link #covers} the number
     */
    public OrderedItem item(long number) {
        return items.get(Math.toIntExact(number - first));
    }

    /** The same order as evidence: without bodies. */
    public OrderRequest header() {
        for (OrderedItem item : items) {
            if (item.body().isPresent()) {
                return withItems(items.stream().map(OrderedItem::withoutBody).toList());
            }
        }
        return this;
    }

    /** The same order of other items; with other bodies only, its seal stays good. */
    public OrderRequest withItems(List<OrderedItem> others) {
        return new OrderRequest(view, first, commitOptimized, others, seal);
    }

    public OrderRequest withSeal(Seal other) {
        return new OrderRequest(view, first, commitOptimized, items, other);
    }
}
