package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Fact;

/**
 * Accusing the primary (9.1). An accusation is only a hint: the accuser goes on working in the view
 * (V2).
 */
final class Accusations {

    private final Core core;
    private long accused = -1;

    Accusations(Core core) {
        this.core = core;
    }

    /** V1: once per view. */
    void accuse(String why) {
        long view = core.views.target();
        if (accused >= view) {
            return;
        }
        accused = view;
        core.out.observe(
                Fact.of(Fact.ACCUSED, view, core.history.last(), core.primary() + ": " + why));
    }
}
