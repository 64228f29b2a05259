package dev.weevil.engine.run.artefact;

import dev.weevil.checker.format.JsonLinesWriter;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.run.Clients;
import dev.weevil.engine.trace.Recorder;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.trace.TraceHeader;
import dev.weevil.engine.trace.TraceWriter;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Writes a run down while it happens, so that a harness that is killed loses the last moment only. For one
 * thread at a time, which may be interrupted.
 */
public final class Journal implements Recorder, Closeable {

    /** On the run's own clock. */
    private static final long FLUSH_NANOS = Duration.ofMillis(200).toNanos();

    private final TraceWriter trace;
    private long flushedNanos;

    private Journal(TraceWriter trace) {
        this.trace = trace;
    }

    /** Begins {@code trace.jsonl}. */
    public static Journal of(TraceHeader header, RunFolder folder) throws IOException {
        return new Journal(TraceWriter.to(file(folder.trace()), header));
    }

    @Override
    public void record(TraceEvent event) {
        trace.record(event);
        if (event.nanos() - flushedNanos >= FLUSH_NANOS) {
            trace.flush();
            flushedNanos = event.nanos();
        }
    }

    @Override
    public void close() throws IOException {
        trace.close();
    }

    /** Writes {@code trace.jsonl} of a run that was kept in memory only. */
    public static void write(Trace trace, RunFolder folder) throws IOException {
        try (Journal journal = of(trace.header(), folder)) {
            trace.events().forEach(journal::record);
        }
    }

    /** Writes {@code history.jsonl}: what the correct clients saw. */
    public static void writeHistory(Trace trace, RunFolder folder) throws IOException {
        try (Writer out = file(folder.history())) {
            JsonLinesWriter lines = new JsonLinesWriter(out);
            for (HistoryEvent event : Clients.history(trace).events()) {
                lines.write(event);
            }
        }
    }

    /** Not by a channel: an interrupt, which ends a run early, would close it. */
    private static Writer file(Path path) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                new FileOutputStream(path.toFile()), StandardCharsets.UTF_8));
    }
}
