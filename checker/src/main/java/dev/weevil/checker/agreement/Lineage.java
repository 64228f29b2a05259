package dev.weevil.checker.agreement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which history continues which. A history is known by its end: a name that no other history has,
 * such as the last link of a hash chain. One thread.
 *
 * @param <H> names of histories, compared by content
 */
public final class Lineage<H> {

    private record Link<H>(long length, H before) {}

    private final Map<H, Link<H>> links = new HashMap<>();

    /** A history of this length continues another by one step. What was told first stays. */
    public void link(H end, long length, H before) {
        links.putIfAbsent(end, new Link<>(length, before));
    }

    /** Whether it is known what the history continues. */
    public boolean knows(H end) {
        return links.containsKey(end);
    }

    /** How many steps the history has, where it is known. */
    public Optional<Long> length(H end) {
        return Optional.ofNullable(links.get(end)).map(Link::length);
    }

    /** What the history continues, where it is known. */
    public Optional<H> before(H end) {
        return Optional.ofNullable(links.get(end)).map(Link::before);
    }

    /**
     * The prefix of a history.
     *
     * @param from how long the history is
     * @param to how long the prefix is; at least 0
     * @return empty where the links between them are not all known, or the prefix would be longer
     */
    public Optional<H> prefix(H end, long from, long to) {
        if (to > from) {
            return Optional.empty();
        }
        H at = end;
        for (long length = from; length > to; length--) {
            Link<H> link = links.get(at);
            if (link == null || link.length() != length) {
                return Optional.empty();
            }
            at = link.before();
        }
        return Optional.of(at);
    }
}
