package dev.weevil.zyzzyva.message;

import java.util.Objects;

/**
 * One number of a replica's history, as it reports it in a view change.
 *
 * @param view the view in which it accepted the item
 */
public record LoggedItem(long view, OrderedItem item) {

    public LoggedItem {
        Objects.requireNonNull(item, "item");
    }
}
