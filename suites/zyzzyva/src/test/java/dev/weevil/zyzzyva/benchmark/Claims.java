package dev.weevil.zyzzyva.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the figures must show, each as a line that says whether they do. */
final class Claims {

    private static final double MOST_OVER_UNREPLICATED = 1.35;
    private static final double MOST_OVER_ECHO = 1.2;

    private Claims() {}

    static List<String> check(List<Measurement> measured) {
        List<String> lines = new ArrayList<>();
        for (Measurement one : measured) {
            macs(one).ifPresent(lines::add);
            delays(one).ifPresent(lines::add);
        }
        ratio(measured, Rows.UNREPLICATED, Rows.ECHO, MOST_OVER_ECHO).ifPresent(lines::add);
        for (String primary : List.of(Rows.MAC_TEN, Rows.HARD_DRIVEN)) {
            ratio(measured, primary, Rows.UNREPLICATED, MOST_OVER_UNREPLICATED)
                    .ifPresent(lines::add);
        }
        // What a busy machine adds to any server that seldom has much to do at once.
        ratio(measured, Rows.MAC_TEN, Rows.IN_COMPANY, MOST_OVER_UNREPLICATED)
                .ifPresent(lines::add);
        return lines;
    }

    /** 12.1: exact, because nothing is on its way when counting begins and ends. */
    private static Optional<String> macs(Measurement one) {
        boolean faultFree = one.row().mute() == 0 && one.row().name().startsWith("mac");
        if (!faultFree || one.count().isEmpty()) {
            return Optional.empty();
        }
        Tally.Count count = one.count().get();
        long expected =
                2 * count.ordered() + 3L * one.row().membership().faults() * count.batches();
        boolean all = count.ordered() == one.operations();
        return Optional.of(line(
                count.macs() == expected && all,
                one.row().name() + ": " + count.macs() + " MACs for " + count.ordered()
                        + " requests in " + count.batches() + " batches, 2 + 3f/b makes "
                        + expected));
    }

    private static Optional<String> delays(Measurement one) {
        if (!one.row().replicated()) {
            return Optional.empty();
        }
        double found = Delays.of(one.row());
        int expected = expectedDelays(one.row());
        return Optional.of(line(
                found == expected,
                String.format(
                        Locale.ROOT,
                        "%s: %.0f message delays, expected %d",
                        one.row().name(),
                        found,
                        expected)));
    }

    /** 3.1, 12.8: certificates without signatures at hand cost two more. */
    static int expectedDelays(Row row) {
        if (row.mute() == 0) {
            return 3;
        }
        if (row.settings().flag("commitOpt", false)) {
            return 4;
        }
        return row.settings().text("auth", "SIGN").equals("MAC") ? 7 : 5;
    }

    private static Optional<String> ratio(
            List<Measurement> measured, String dear, String cheap, double most) {
        Optional<Measurement> above = named(measured, dear);
        Optional<Measurement> below = named(measured, cheap);
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        double ratio = above.get().primaryMicros() / below.get().primaryMicros();
        return Optional.of(line(
                ratio <= most,
                String.format(
                        Locale.ROOT,
                        "CPU time per request at the primary: %s is %.2f times %s, at most %.2f",
                        dear,
                        ratio,
                        cheap,
                        most)));
    }

    private static Optional<Measurement> named(List<Measurement> measured, String name) {
        return measured.stream().filter(one -> one.row().name().equals(name)).findFirst();
    }

    private static String line(boolean held, String words) {
        return (held ? "held      " : "NOT HELD  ") + words;
    }
}
