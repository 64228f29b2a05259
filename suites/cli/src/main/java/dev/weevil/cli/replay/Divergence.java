package dev.weevil.cli.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where two trace files part. A run that was ended before its time tells nothing of what would have
 * come: traces are compared up to there.
 *
 * @param line of the files, from 1
 * @param recorded what the first file has there
 * @param replayed what the second has
 */
record Divergence(long line, String recorded, String replayed) {

    private static final String END = "the end";
    private static final String CUT = "the end, before its time";
    private static final int SHOWN = 160;

    /** The first line that differs; empty if none does. */
    static Optional<Divergence> of(Path recorded, Path replayed) throws IOException {
        try (BufferedReader first = Files.newBufferedReader(recorded);
                BufferedReader second = Files.newBufferedReader(replayed)) {
            for (long line = 1; ; line++) {
                String one = line(first);
                String other = line(second);
                if (one.equals(CUT) || other.equals(CUT)) {
                    return Optional.empty();
                }
                if (!one.equals(other)) {
                    return Optional.of(new Divergence(line, shown(one), shown(other)));
                }
                if (one.equals(END)) {
                    return Optional.empty();
                }
            }
        }
    }

    /** There is nothing to compare with. */
    static Divergence whole(String why) {
        return new Divergence(1, "a trace", "none: " + why);
    }

    /** The last line of a run that was cut off says so. */
    private static String line(BufferedReader file) throws IOException {
        String line = file.readLine();
        if (line == null) {
            return END;
        }
        return line.contains("\"interrupted after ") ? CUT : line;
    }

    private static String shown(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
