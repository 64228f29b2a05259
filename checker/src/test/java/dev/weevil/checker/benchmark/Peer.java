package dev.weevil.checker.benchmark;

import dev.weevil.checker.format.JsonLinesWriter;
import dev.weevil.checker.history.HistoryEvent;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Another checker, as a command: it is given a history in our JSON lines, the model, the initial state
 * and how many seconds it has, and prints {@code MICROSECONDS VERDICT MEGABYTES}.
 */
final class Peer {

    /** What it printed; the verdict is {@code unknown} where its time was over. */
    record Answer(double micros, String verdict, String megabytes) {

        private static Answer parse(String line) {
            String[] words = line.trim().split(" +", -1);
            return new Answer(
                    Double.parseDouble(words[0]),
                    words.length > 1 ? words[1] : "",
                    words.length > 2 ? words[2] : "");
        }

        boolean decided() {
            return !verdict.equals("unknown");
        }
    }

    private final List<String> command;
    private final String seconds;

    Peer(String command, String seconds) {
        this.command = Arrays.asList(command.trim().split(" +", -1));
        this.seconds = seconds;
    }

    /** Its answer, or empty where it failed, as for a model it does not know. */
    Optional<Answer> measure(List<HistoryEvent> events, String model, String initial)
            throws IOException {
        Path file = Files.createTempFile("history", ".jsonl");
        try {
            write(events, file);
            List<String> line = new ArrayList<>(command);
            line.addAll(List.of(file.toString(), model, initial, seconds));
            return run(line);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(List<HistoryEvent> events, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            JsonLinesWriter lines = new JsonLinesWriter(out);
            for (HistoryEvent event : events) {
                lines.write(event);
            }
        }
    }

    private static Optional<Answer> run(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.isBlank() ? Optional.empty() : Optional.of(Answer.parse(printed));
    }
}
