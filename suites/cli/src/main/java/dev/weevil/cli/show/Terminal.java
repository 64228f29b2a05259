package dev.weevil.cli.show;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where people look.
 *
 * @param err for progress: standard output holds results only
 * @param interactive whether a line can be drawn over
 * @param colour whether results on standard output are coloured
 * @param nanos a monotonic clock
 * @param launcher how people start Weevil, for commands they are told to type
 */
public record Terminal(
        PrintWriter err, boolean interactive, boolean colour, LongSupplier nanos, String launcher) {

    /** What this process is attached to. {@code NO_COLOR}, set to anything, means no colour. */
    public static Terminal of(PrintWriter err, Map<String, String> environment, String launcher) {
        boolean able = !"dumb".equals(environment.get("TERM"));
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                err,
                able && isTerminal(2),
                able && colour && isTerminal(1),
                System::nanoTime,
                launcher);
    }

    /** By what the kernel says the descriptor is; where it says nothing, people get plain lines. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException noSuchPlace) {
            return false;
        }
    }

    /** A bar where it can be drawn over, else a line every ten seconds. */
    public Progress progress(int runs) {
        return interactive ? new ProgressBar(this, runs) : new ProgressLines(this, runs);
    }
}
