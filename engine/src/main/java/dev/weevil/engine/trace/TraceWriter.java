package dev.weevil.engine.trace;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a trace as it happens, a line per event, in the form that the package describes.
 *
 * <p>One thread. What was recorded is in the file after {@link #flush} and {@link #close}; a process
 * that dies before leaves whole lines and at most one half.
 */
public final class TraceWriter implements Recorder, Closeable {

    private final Writer file;
    private final JsonGenerator out;
    private final LineWriting lines;

    private TraceWriter(Writer file) {
        this.file = file;
        this.out = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), file);
        this.lines = new LineWriting(out);
    }

    /** Begins a file, in place of any that was there, with this header. */
    public static TraceWriter to(Path path, TraceHeader header) throws IOException {
        return to(Files.newBufferedWriter(path, StandardCharsets.UTF_8), header);
    }

    /** As {@link #to(Path, TraceHeader)}; closing this closes the writer. */
    public static TraceWriter to(Writer file, TraceHeader header) {
        TraceWriter trace = new TraceWriter(file);
        trace.lines.header(header);
        trace.out.writeRaw('\n');
        return trace;
    }

    /** Writes a whole trace. */
    public static void write(Trace trace, Path path) throws IOException {
        try (TraceWriter writer = to(path, trace.header())) {
            trace.events().forEach(writer::record);
        }
    }

    /**
     * Writes the event's line.
     *
     * @throws tools.jackson.core.JacksonException if the disk will not take it
     */
    @Override
    public void record(TraceEvent event) {
        lines.event(event);
        out.writeRaw('\n');
    }

    /** Hands everything recorded so far to the operating system. */
    public void flush() {
        out.flush();
        try {
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.close();
        }
    }
}
