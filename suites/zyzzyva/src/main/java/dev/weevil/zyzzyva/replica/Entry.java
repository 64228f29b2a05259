package dev.weevil.zyzzyva.replica;

import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.util.Optional;

/**
 * One number of the history.
 *
 * @param view the view it was accepted in; entering a view accepts its initial history (V17)
 * @param item with the request itself
 * @param order the ORDER-REQ that gave the number, without bodies; absent where none is known
 */
record Entry(long number, long view, OrderedItem item, Optional<OrderRequest> order) {}
