package dev.weevil.checker.linearizability;

import java.util.Optional;

/**
 * Sets whose elements are added and removed once at most, each element by itself: what happens to one
 * does not matter to another. Linear in the number of operations. Reads of the whole set are taken where
 * nothing is removed, see {@link SetReads}; elements otherwise used are left to the search.
 */
final class SetByElement implements Shortcut {

    private final Elements elements = new Elements();

    @Override
    public Optional<Finding> decide(Problem problem) {
        if (!elements.load(problem)) {
            return Optional.empty();
        }
        if (elements.readCount > 0) {
            return Optional.of(new SetReads(elements).decide());
        }
        Placement placement = new Placement(problem.chronology().size);
        ElementLife life = new ElementLife(elements);
        for (int e = 0; e < elements.count; e++) {
            Optional<Finding> illegal = life.settle(e);
            if (illegal.isPresent()) {
                return illegal;
            }
            place(e, life, placement);
        }
        return Optional.of(problem.valid(placement.order(elements.gaps)));
    }

    private void place(int e, ElementLife life, Placement placement) {
        boolean there = life.added != Elements.NONE;
        boolean leaves = life.removed != Elements.NONE;
        if (there) {
            placement.put(elements.add[e], life.added, 1);
        }
        int remove = elements.remove[e];
        if (leaves) {
            placement.put(remove, life.removed, 3);
        } else if (remove != Elements.NONE && elements.certain(remove)) {
            placement.put(remove, elements.first(remove), 0);
        }
        for (int i = elements.seen(e); i != Elements.NONE; i = elements.next(i)) {
            placement.put(i, Math.max(elements.first(i), life.added), 2);
        }
        for (int i = elements.missed(e); i != Elements.NONE; i = elements.next(i)) {
            boolean before = !there || elements.first(i) <= life.added;
            placement.put(i, before ? elements.first(i) : elements.last(i), before ? 0 : 4);
        }
    }
}
