package dev.weevil.engine.run;

import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.trace.Trace;

/** The correct clients' history has a legal order: what a client can tell without looking inside. */
public record LinearizabilityOracle(Model<?> model, Limits limits) implements Oracle {

    @Override
    public String name() {
        return "linearizability";
    }

    @Override
    public Verdict judge(Trace trace) {
        return Linearizability.check(Clients.history(trace), model, limits);
    }
}
