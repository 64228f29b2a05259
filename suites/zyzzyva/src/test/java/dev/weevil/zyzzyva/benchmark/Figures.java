package dev.weevil.zyzzyva.benchmark;

import java.util.Arrays;
import java.util.Optional;

/** What one process says when it is metered: its CPU time, and the primary's counts. */
record Figures(long cpuNanos, Optional<Tally.Count> count) {

    static String write(Tally.Count count) {
        return count.batches() + " " + count.ordered() + " " + count.macs() + " "
                + count.signatures() + " " + count.upkeepMacs() + " "
                + count.upkeepSignatures();
    }

    static Figures read(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Figures(
                numbers[0],
                numbers.length == 1
                        ? Optional.empty()
                        : Optional.of(new Tally.Count(
                                numbers[1],
                                numbers[2],
                                numbers[3],
                                numbers[4],
                                numbers[5],
                                numbers[6])));
    }

    Figures minus(Figures before) {
        return new Figures(
                cpuNanos - before.cpuNanos,
                count.map(now -> now.minus(before.count.orElseThrow())));
    }
}
