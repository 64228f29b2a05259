package dev.weevil.checker.linearizability;

import java.util.Arrays;
import java.util.Optional;

/**
 * When one element of a set was there: from the gap of its add to the gap of its remove. Whoever saw it
 * must have been able to look in between, whoever missed it before or after.
 */
final class ElementLife {

    private final Elements elements;

    /** The gaps in which it may have been added, while it is not removed. */
    int addedFrom;

    int addedUntil;

    /** The gaps chosen; an element never there, or never removed, has {@link Elements#NONE}. */
    int added;

    int removed;

    /** The operations that narrowed the windows: last to miss, first and last to have seen. */
    int latestMiss;

    int earliestSight;
    int latestSight;

    private int[] culprits = new int[0];
    private String reason = "";

    ElementLife(Elements elements) {
        this.elements = elements;
    }

    /** Chooses the gaps, or tells why there are none. */
    Optional<Finding> settle(int e) {
        culprits = new int[0];
        look(e);
        int remove = elements.remove[e];
        boolean mayIdle = remove == Elements.NONE || !elements.answered(remove, true);
        boolean mayAct = remove != Elements.NONE && elements.add[e] != Elements.NONE;
        if ((mayIdle && stays(e)) || (mayAct && leaves(e))) {
            return Optional.empty();
        }
        if (!mayIdle && !mayAct) {
            blame("removed what nobody had added", remove);
        }
        return Optional.of(elements.problem().invalid(reason, culprits));
    }

    private void look(int e) {
        latestMiss = Elements.NONE;
        earliestSight = Elements.NONE;
        latestSight = Elements.NONE;
        for (int i = elements.missed(e); i != Elements.NONE; i = elements.next(i)) {
            miss(i);
        }
        for (int i = elements.seen(e); i != Elements.NONE; i = elements.next(i)) {
            if (earliestSight == Elements.NONE || elements.last(i) < elements.last(earliestSight)) {
                earliestSight = i;
            }
            if (latestSight == Elements.NONE || elements.first(i) > elements.first(latestSight)) {
                latestSight = i;
            }
        }
    }

    private void miss(int i) {
        if (latestMiss == Elements.NONE || elements.first(i) > elements.first(latestMiss)) {
            latestMiss = i;
        }
    }

    /** Without being removed: a remove that may have found nothing missed it. */
    private boolean stays(int e) {
        int add = elements.add[e];
        int remove = elements.remove[e];
        removed = Elements.NONE;
        added = Elements.NONE;
        if (remove != Elements.NONE && elements.certain(remove)) {
            miss(remove);
        }
        if (add == Elements.NONE) {
            return earliestSight == Elements.NONE
                    || blame("saw an element that nobody had added", earliestSight, remove);
        }
        addedFrom = elements.first(add);
        addedUntil = elements.last(add);
        if (latestMiss != Elements.NONE) {
            addedFrom = Math.max(addedFrom, elements.first(latestMiss));
        }
        if (earliestSight != Elements.NONE) {
            addedUntil = Math.min(addedUntil, elements.last(earliestSight));
        }
        if (earliestSight == Elements.NONE && !elements.certain(add)) {
            return true;
        }
        added = addedFrom;
        if (addedFrom <= addedUntil) {
            return true;
        }
        boolean tooEarly = earliestSight != Elements.NONE
                && elements.last(earliestSight) < elements.first(add);
        return tooEarly
                ? blame("saw an element before it can have been added", earliestSight, add, remove)
                : blame(
                        "missed an element that had been added",
                        latestMiss,
                        add,
                        remove,
                        earliestSight);
    }

    /** Added as late and removed as early as can be: so it is missed by as many as can be. */
    private boolean leaves(int e) {
        int add = elements.add[e];
        int remove = elements.remove[e];
        int until = elements.last(add);
        int from = elements.first(remove);
        if (earliestSight != Elements.NONE) {
            until = Math.min(until, elements.last(earliestSight));
            from = Math.max(from, elements.first(latestSight));
        }
        if (until < elements.first(add)) {
            return blame(
                    "saw an element before it can have been added", earliestSight, add, remove);
        }
        if (from > elements.last(remove)) {
            return blame(
                    "saw an element after it must have been removed", latestSight, add, remove);
        }
        if (elements.last(remove) < elements.first(add)) {
            return blame("removed an element before it can have been added", remove, add);
        }
        added = Math.min(until, Math.max(from, elements.first(add)));
        added = until <= from ? until : Math.min(added, elements.last(remove));
        removed = Math.max(from, added);
        for (int i = elements.missed(e); i != Elements.NONE; i = elements.next(i)) {
            if (elements.first(i) > added && elements.last(i) < removed) {
                return blame(
                        "missed an element that was there all along",
                        i,
                        add,
                        remove,
                        earliestSight,
                        latestSight);
            }
        }
        return true;
    }

    /** The first of the operations is the one that cannot be; what was blamed before stays. */
    private boolean blame(String what, int... operations) {
        reason = elements.problem().words(operations[0]) + " " + what + ".";
        int[] all = Arrays.copyOf(culprits, culprits.length + operations.length);
        System.arraycopy(operations, 0, all, culprits.length, operations.length);
        culprits = Elements.culprits(all);
        return false;
    }
}
