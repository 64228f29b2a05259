package dev.weevil.checker.benchmark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** One line for each kind of history. */
final class Table {

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head() {
        print("history", "operations", "median us", "peak MB", "peer us", "peer MB", "peer/ours");
    }

    void row(String title, Reading ours) {
        row(title, ours, Optional.empty());
    }

    void row(String title, Reading ours, Optional<Peer.Answer> theirs) {
        String micros = "";
        String ratio = "";
        if (theirs.isPresent()) {
            String beyond = theirs.get().decided() ? "" : "> ";
            micros = beyond + micros(theirs.get().micros());
            ratio = beyond + ratio(theirs.get().micros(), ours.medianMicros());
        }
        print(
                title,
                String.format(Locale.ROOT, "%.0f", ours.get("operations")),
                micros(ours.medianMicros()),
                micros(ours.get(Readings.PEAK_MEGABYTES)),
                micros,
                theirs.map(Peer.Answer::megabytes).orElse(""),
                ratio);
    }

    /** A line below another, of the same columns. */
    void detail(String title, double ours, double theirs) {
        print(title, "", micros(ours), "", micros(theirs), "", ratio(theirs, ours));
    }

    private static String micros(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String ratio(double theirs, double ours) {
        return String.format(Locale.ROOT, "%.1f", theirs / ours);
    }

    private void print(String... cells) {
        out.printf("%-58s %10s %12s %9s %14s %8s %10s%n", (Object[]) cells);
        out.flush();
    }
}
