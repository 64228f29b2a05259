package dev.weevil.zyzzyva.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Looks at the heaps of this process's replicas near the beginning, the middle and the end of a run. */
final class Processes implements AutoCloseable {

    /** A generation of the heap, or the whole of it, depending on the collector. */
    private static final Pattern USED =
            Pattern.compile("(?:generation|heap) +total [0-9]+K, used ([0-9]+)K");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, List<Long>> seen = new TreeMap<>();

    Processes(Duration lasting) {
        for (int percent : List.of(10, 50, 85)) {
            var unused = clock.schedule(
                    () -> look(percent + " %"),
                    lasting.toMillis() * percent / 100,
                    TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void look(String when) {
        List<Long> heaps = new ArrayList<>();
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("ReplicaMain"))
                        .isPresent())
                .forEach(process -> {
                    ask(process.pid(), "GC.run");
                    long kilobytes = USED.matcher(ask(process.pid(), "GC.heap_info"))
                            .results()
                            .mapToLong(found -> Long.parseLong(found.group(1)))
                            .sum();
                    heaps.add(kilobytes >> 10);
                });
        seen.put(when, heaps);
    }

    private static String ask(long pid, String question) {
        try {
            Process jcmd = new ProcessBuilder("jcmd", Long.toString(pid), question)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "no answer: " + e;
        }
    }

    /** Of each replica, by when it was asked. */
    synchronized Map<String, List<Long>> megabytes() {
        return new TreeMap<>(seen);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
