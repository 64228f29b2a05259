package dev.weevil.zyzzyva.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of the process that asks. */
final class Meter {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** A tick of the kernel's accounting, as it shows it: 100 in a second. */
    private static final long TICK_NANOS = 10_000_000;

    private Meter() {}

    /** All threads, the collector's too, but not the compilers': they are at work only at first. */
    static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() - compilerNanos();
    }

    private static long compilerNanos() {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.mapToLong(Meter::compilerTicks).sum() * TICK_NANOS;
        } catch (IOException e) {
            throw new UncheckedIOException("expected Linux, where threads are in " + TASKS, e);
        }
    }

    private static long compilerTicks(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end);
            if (!name.startsWith("C1 Comp") && !name.startsWith("C2 Comp")) {
                return 0;
            }
            // Behind the name: state is field 3, user time 14, system time 15.
            List<String> fields = List.of(stat.substring(end + 2).split(" ", -1));
            return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        } catch (IOException e) {
            return 0; // a thread that has just ended
        }
    }
}
