package dev.weevil.engine.trace;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a trace file line by line. Whatever the bytes, it throws nothing but {@link UnreadableTrace} and
 * the errors of the disk. One thread.
 */
public final class TraceReader implements Closeable {

    /** A longer line is refused rather than kept in memory. */
    static final int LONGEST_LINE = 1 << 26;

    private final String name;
    private final Reader file;
    private final TraceHeader header;
    private Optional<String> cut = Optional.empty();
    private long line;
    private boolean lineEnded;

    private TraceReader(String name, Reader file) throws IOException {
        this.name = name;
        this.file = file;
        this.header = parse(
                nextLine()
                        .orElseThrow(
                                () -> complaint("expected the header of a trace, found nothing")),
                LineReading::header);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UnreadableTrace if its first line is not the header of this version
     */
    public static TraceReader open(Path path) throws IOException {
        Reader file = new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        try {
            return of(path.toString(), file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** As {@link #open}, of what is already at hand; the name stands in complaints. */
    public static TraceReader of(String name, Reader file) throws IOException {
        return new TraceReader(name, new BufferedReader(file));
    }

    /** Reads a whole file. */
    public static TraceFile read(Path path) throws IOException {
        try (TraceReader reader = open(path)) {
            return reader.rest();
        }
    }

    /** Everything from here to the end. */
    public TraceFile rest() throws IOException {
        List<TraceEvent> events = new ArrayList<>();
        Optional<TraceEvent> event = next();
        while (event.isPresent()) {
            events.add(event.get());
            event = next();
        }
        return new TraceFile(new Trace(header, events), cut);
    }

    public TraceHeader header() {
        return header;
    }

    /** The next event; empty at the end, and where the last line is half-written. */
    public Optional<TraceEvent> next() throws IOException {
        Optional<String> text = nextLine();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text.get(), LineReading::event));
        } catch (UnreadableTrace e) {
            if (lineEnded) {
                throw e;
            }
            cut = Optional.of(
                    name + ":" + line + ": the last line is half-written, as a crash leaves it;"
                            + " the trace ends before it");
            return Optional.empty();
        }
    }

    /** Once {@link #next} was empty: whether the file ends in half a line. */
    public Optional<String> cut() {
        return cut;
    }

    private <T> T parse(String text, Function<String, T> reading) throws UnreadableTrace {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw complaint(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> nextLine() throws IOException {
        StringBuilder text = new StringBuilder();
        line++;
        int character = file.read();
        while (character >= 0 && character != '\n') {
            text.append((char) character);
            if (text.length() > LONGEST_LINE) {
                throw complaint(
                        "expected a line of at most " + LONGEST_LINE + " characters, found more");
            }
            character = file.read();
        }
        lineEnded = character >= 0;
        return text.length() == 0 && !lineEnded ? Optional.empty() : Optional.of(text.toString());
    }

    private UnreadableTrace complaint(String text) {
        return new UnreadableTrace(name, line, text);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
