package dev.weevil.zyzzyva.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A {@link RowProcess} as its parent sees it: a line in, a line out. */
final class Child implements AutoCloseable {

    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;

    Child(Row row, Row.Role role, Map<?, Integer> ports) throws IOException {
        String addresses = ports.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UseDynamicNumberOfCompilerThreads",
                        "-Xms256m",
                        "-Xmx512m",
                        "-Dio.netty.leakDetection.level=disabled",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowProcess.class.getName(),
                        row.name(),
                        role.name(),
                        addresses))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        from = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    String ask(String line) throws IOException {
        to.println(line);
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("a process ended instead of answering '" + line + "'");
        }
        return answer;
    }

    Figures meter() throws IOException {
        return Figures.read(ask("meter"));
    }

    /** Also ends a process that does not answer. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        to.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        from.close();
    }
}
