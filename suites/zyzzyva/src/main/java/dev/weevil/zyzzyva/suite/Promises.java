package dev.weevil.zyzzyva.suite;

import dev.weevil.engine.run.Oracle;
import dev.weevil.zyzzyva.invariant.Invariants;

import java.util.List;

/** Everything Zyzzyva promises, as oracles: the invariants I1 to I20, in that order. */
public final class Promises {

    private Promises() {}

    /** In the order reports show them. */
    public static List<Oracle> all() {
        return Invariants.all();
    }
}
