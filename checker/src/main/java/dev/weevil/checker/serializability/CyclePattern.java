package dev.weevil.checker.serializability;

import java.util.List;

/**
 * The kinds of cycles as automata over links, entered by a link of the kind's own sort. In order of
 * severity; a search for one may take for granted that its component holds none of the graver ones.
 */
enum CyclePattern {
    /** Writes overwrite each other in a circle. */
    G0(Link.WW, 2),
    /** Information flows in a circle. */
    G1C(Link.WR, 2),
    /** Exactly one anti-dependency. */
    G_SINGLE(Link.RW, 2),
    /** Several anti-dependencies, no two in a row. */
    G_NONADJACENT(Link.RW, 5),
    /** Several anti-dependencies. */
    G2(Link.RW, 3);

    static final int START = 0;
    static final int DEAD = -1;

    private final Link first;
    private final int states;

    CyclePattern(Link first, int states) {
        this.first = first;
        this.states = states;
    }

    /** The link every cycle of this kind has, and with which the search begins. */
    Link first() {
        return first;
    }

    /** How many states there are, from {@link #START}; the last accepts. */
    int states() {
        return states;
    }

    /** The state after a link, or {@link #DEAD}. */
    int next(int state, Link link) {
        if (link == Link.CUT || (state == START && link != first)) {
            return DEAD;
        }
        if (state == START) {
            return 1;
        }
        boolean anti = link == Link.RW;
        return switch (this) {
            case G0 -> link == Link.WW || link == Link.ORDER ? 1 : DEAD;
            case G1C, G_SINGLE -> anti ? DEAD : 1;
            case G_NONADJACENT -> nonadjacent(state, anti);
            case G2 -> anti ? 2 : state;
        };
    }

    /** 1: after the first anti-dependency; 2: a link later; 3: after another; 4: a link later. */
    private static int nonadjacent(int state, boolean anti) {
        return switch (state) {
            case 1 -> anti ? DEAD : 2;
            case 2 -> anti ? 3 : 2;
            case 3 -> anti ? DEAD : 4;
            default -> anti ? 3 : 4;
        };
    }

    /** The dependencies such a cycle may consist of, time apart. */
    int mask() {
        return switch (this) {
            case G0 -> Edges.WW;
            case G1C -> Edges.WW | Edges.WR;
            case G_SINGLE, G_NONADJACENT, G2 -> Edges.DATA;
        };
    }

    /** The gravest kind a cycle of these links is of. */
    static CyclePattern of(List<Link> links) {
        int anti = 0;
        boolean adjacent = false;
        for (int i = 0; i < links.size(); i++) {
            boolean here = links.get(i) == Link.RW;
            anti += here ? 1 : 0;
            adjacent |= here && links.get((i + 1) % links.size()) == Link.RW;
        }
        if (anti == 0) {
            return links.contains(Link.WR) ? G1C : G0;
        }
        if (anti == 1) {
            return G_SINGLE;
        }
        return adjacent ? G2 : G_NONADJACENT;
    }

    Anomaly anomaly(OrderFamily family) {
        return switch (family) {
            case DATA_ONLY ->
                switch (this) {
                    case G0 -> Anomaly.G0;
                    case G1C -> Anomaly.G1C;
                    case G_SINGLE -> Anomaly.G_SINGLE_ITEM;
                    case G_NONADJACENT -> Anomaly.G_NONADJACENT_ITEM;
                    case G2 -> Anomaly.G2_ITEM;
                };
            case PROCESS ->
                switch (this) {
                    case G0 -> Anomaly.G0_PROCESS;
                    case G1C -> Anomaly.G1C_PROCESS;
                    case G_SINGLE -> Anomaly.G_SINGLE_ITEM_PROCESS;
                    case G_NONADJACENT -> Anomaly.G_NONADJACENT_ITEM_PROCESS;
                    case G2 -> Anomaly.G2_ITEM_PROCESS;
                };
            case REALTIME ->
                switch (this) {
                    case G0 -> Anomaly.G0_REALTIME;
                    case G1C -> Anomaly.G1C_REALTIME;
                    case G_SINGLE -> Anomaly.G_SINGLE_ITEM_REALTIME;
                    case G_NONADJACENT -> Anomaly.G_NONADJACENT_ITEM_REALTIME;
                    case G2 -> Anomaly.G2_ITEM_REALTIME;
                };
        };
    }
}
