package dev.weevil.zyzzyva.load;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;

import java.util.List;
import java.util.Locale;

/**
 * Judges what an attack leaves of the correct clients' throughput.
 *
 * @param began after how many completed operations the attack begins
 * @param total the share of the former throughput that must be left
 * @param each the share that must be left to every single correct client
 */
record ThroughputOracle(int began, double total, double each) implements Oracle {

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public Verdict judge(Trace trace) {
        Throughput found;
        try {
            found = Throughput.of(trace, began);
        } catch (IllegalArgumentException tooShort) {
            return Verdict.unknown(tooShort.getMessage());
        }
        String words = words(found);
        return found.ratio() >= total && found.least() >= each
                ? Verdict.valid(words)
                : Verdict.invalid(words, List.of());
    }

    private String words(Throughput found) {
        return String.format(
                Locale.ROOT,
                "%.0f operations a second before the attack, %.0f during it: %.3f of it left, %.3f"
                        + " to the client with the least (at least %.2f and %.2f asked for).",
                found.before(),
                found.during(),
                found.ratio(),
                found.least(),
                total,
                each);
    }
}
