package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.trace.Trace;

/** Judges a run by its trace. Stateless. */
public interface Oracle {

    /** As reports call it: {@code linearizability}, {@code agreement}, ... */
    String name();

    Verdict judge(Trace trace);
}
