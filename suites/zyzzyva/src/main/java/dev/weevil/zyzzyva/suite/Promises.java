package dev.weevil.zyzzyva.suite;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.engine.run.AgreementOracle;
import dev.weevil.engine.run.ExactlyOnceOracle;
import dev.weevil.engine.run.LinearizabilityOracle;
import dev.weevil.engine.run.Oracle;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Everything Zyzzyva promises, as oracles (PROTOCOL.md, section 14): the one list of them. */
public final class Promises {

    private static final List<Oracle> ALL = List.of(
            new LinearizabilityOracle(Models.keyValue(), Limits.within(Duration.ofSeconds(20))),
            // A replica that takes over a checkpoint's state does not decide what lies below it.
            AgreementOracle.ofDecisionsWithinViews(new Agreement(Set.of(), true)),
            AgreementOracle.ofStableStates(),
            new ExactlyOnceOracle(),
            new PrefixOracle());

    private Promises() {}

    /** In the order reports show them. */
    public static List<Oracle> all() {
        return ALL;
    }
}
