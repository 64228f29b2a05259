package dev.weevil.zyzzyva.conformance;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;

import java.util.ArrayList;
import java.util.List;

/** That everything a scenario counts comes to what it says; the explanation lists what was seen. */
record Counters(List<Expectation> expectations) implements Oracle {

    /** Under which reports show it. */
    static final String NAME = "counters";

    Counters {
        expectations = List.copyOf(expectations);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict judge(Trace trace) {
        Transcript run = new Transcript(trace);
        List<String> seen = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Count count = expectation.count();
            if (!run.simulated() && !count.live()) {
                continue;
            }
            long value = count.in(run);
            seen.add(count.words() + ": " + value);
            if (!expectation.met(value)) {
                wrong.add("expected " + count.words() + " " + expectation.range() + ", found "
                        + value);
            }
        }
        return wrong.isEmpty()
                ? Verdict.valid(String.join(", ", seen) + ".")
                : Verdict.invalid(
                        String.join("; ", wrong) + "; seen " + String.join(", ", seen) + ".",
                        List.of());
    }
}
