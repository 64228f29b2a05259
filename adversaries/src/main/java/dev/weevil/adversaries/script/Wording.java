package dev.weevil.adversaries.script;

import java.time.Duration;
import java.util.Locale;

/** Quantities as sentences have them. */
public final class Wording {

    private Wording() {}

    /** {@code 5 s}, {@code 1.5 s}, {@code 20 ms}, {@code 300 us}. */
    public static String of(Duration time) {
        long nanos = time.toNanos();
        if (nanos >= 1_000_000_000) {
            return brief(nanos / 1e9) + " s";
        }
        return nanos >= 1_000_000 ? brief(nanos / 1e6) + " ms" : brief(nanos / 1e3) + " us";
    }

    /** {@code 20 %}. */
    public static String share(double share) {
        return brief(100 * share) + " %";
    }

    private static String brief(double number) {
        String text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
