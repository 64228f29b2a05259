package dev.weevil.zyzzyva.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One table of what Zyzzyva costs, every row measured in this run over real sockets of this machine:
 * the primary (or only server) is a process of its own, the backups share one, the clients another.
 *
 * <p>CPU time is that of whole processes, their collectors included and their compilers not. Rows are
 * warmed up by as many operations as are measured.
 *
 * <p>Arguments: operations measured per row (60000, an eighth of it where messages are signed; 10000
 * takes a minute or two and says little of CPU time), then the beginnings of the names of the rows
 * wanted (all).
 */
public final class ZyzzyvaBenchmark {

    private static final int OPERATIONS = 60_000;

    private ZyzzyvaBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : OPERATIONS;
        List<String> wanted =
                List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        System.out.printf(
                Locale.ROOT,
                "%d processors, load average %.2f, %d clients, %d operations a row, an eighth where"
                        + " messages are signed%n%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Rows.CLIENTS,
                operations);
        System.out.println(
                "                                         latency us       CPU us/request"
                        + "         at the primary, per request");
        System.out.println("row                     requests/s     p50     p99    primary    total"
                + "   batch     MACs   signatures  delays");
        List<Measurement> measured = new ArrayList<>();
        for (Row row : Rows.all()) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(row.name()::startsWith)) {
                int enough = row.operations(operations);
                Measurement measurement = Measurement.of(row, enough, enough);
                print(measurement);
                measured.add(measurement);
            }
        }
        System.out.println();
        Claims.check(measured).forEach(System.out::println);
    }

    private static void print(Measurement m) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %9.0f %7.0f %7.0f %10.2f %8.1f %s%n",
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
                "%7.2f %8.3f %12.3f %7.0f",
                (double) count.ordered() / count.batches(),
                (double) count.macs() / m.operations(),
                (double) count.signatures() / m.operations(),
                Delays.of(m.row()));
    }
}
