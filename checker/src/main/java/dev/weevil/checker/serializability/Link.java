package dev.weevil.checker.serializability;

/**
 * What a dependency counts as in a cycle: where several hold between two transactions, the first of
 * these.
 */
enum Link {
    WW,
    WR,
    ORDER,
    RW,
    /** No dependency the cycle may use. */
    CUT;

    static Link of(int types, OrderFamily family) {
        if ((types & Edges.WW) != 0) {
            return WW;
        }
        if ((types & Edges.WR) != 0) {
            return WR;
        }
        if ((types & family.mask()) != 0) {
            return ORDER;
        }
        return (types & Edges.RW) != 0 ? RW : CUT;
    }
}
