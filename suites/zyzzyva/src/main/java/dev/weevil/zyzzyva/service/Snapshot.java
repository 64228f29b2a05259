package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store's content at one moment, in pages that can be digested and sent one by one. */
public final class Snapshot {

    private final List<Page> pages;

    Snapshot(List<Page> pages) {
        this.pages = List.copyOf(pages);
    }

    List<Page> pages() {
        return pages;
    }

    public int size() {
        return pages.size();
    }

    /** The content of a page, as it is transferred. */
    public Payload page(int index) {
        return pages.get(index).encoded();
    }

    /** The digest of each page's content. */
    public List<Digest> digests() {
        return pages.stream().map(Page::digest).toList();
    }

    /**
     * Puts a snapshot together again.
     *
     * @param pages contents whose digests somebody trustworthy has stated
     * @return nothing if there are not as many pages as a snapshot has, or one has no shape
     */
    public static Optional<Snapshot> of(List<Payload> pages) {
        if (pages.size() != KeyValueStore.PAGES) {
            return Optional.empty();
        }
        List<Page> decoded = new ArrayList<>();
        try {
            for (Payload page : pages) {
                decoded.add(Page.decode(page));
            }
        } catch (Refusal refusal) {
            return Optional.empty();
        }
        return Optional.of(new Snapshot(decoded));
    }
}
