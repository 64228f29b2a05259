package dev.weevil.zyzzyva.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * One table of what Zyzzyva costs, every row measured in this run over real sockets of this machine:
 * the primary (or only server) is a process of its own, the backups share one, the clients another.
 *
 * <p>Arguments: operations measured per row (20000), then the beginning of the names of the rows
 * wanted (all). A quarter of a row's operations warms it up first.
 */
public final class ZyzzyvaBenchmark {

    private ZyzzyvaBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        List<String> wanted =
                List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        System.out.println(
                "row                     requests/s  p50 us  p99 us  us/req primary  total"
                        + "  mean b  MACs/req  sig/req");
        for (Row row : Rows.all()) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(row.name()::startsWith)) {
                print(Measurement.of(row, operations, operations));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "load average %.2f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void print(Measurement m) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %9.0f %7.0f %7.0f %15.2f %6.1f %s%n",
                m.row().name(),
                m.perSecond(),
                m.lap().medianNanos() / 1e3,
                m.lap().slowNanos() / 1e3,
                m.primaryMicros(),
                m.totalMicros(),
                m.count().map(count -> counts(m, count)).orElse(""));
    }

    private static String counts(Measurement m, Tally.Count count) {
        return String.format(
                Locale.ROOT,
                "%7.2f %9.3f %8.3f",
                (double) count.ordered() / count.batches(),
                (double) count.macs() / m.operations(),
                (double) count.signatures() / m.operations());
    }
}
