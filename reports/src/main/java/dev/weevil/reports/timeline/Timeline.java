package dev.weevil.reports.timeline;

import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.evidence.Conflict;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.evidence.Span;
import dev.weevil.reports.evidence.TimedOperation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A run as the page's script reads it.
 *
 * @param data compressed columns in Base64
 * @param shortened the stretch that is shown whole, where the run was too large for all of it
 */
public record Timeline(String data, Optional<Span> shortened) {

    /** The most characters of data in a page. */
    public static final int MOST_CHARACTERS = 20_000_000;

    /** Everything, or what fits: the stretch around the violation and all faults. */
    public static Timeline of(
            Trace trace,
            List<Journey> journeys,
            List<TimedOperation> operations,
            Conflict conflict,
            int mostCharacters) {
        Content content = Content.of(trace, journeys, operations, conflict);
        Span whole = content.shown();
        String data = encoded(content);
        while (data.length() > mostCharacters
                && content.shown().toNanos() - content.shown().fromNanos() > 1) {
            content = content.halved();
            data = encoded(content);
        }
        Span shown = content.shown();
        return new Timeline(data, shown.equals(whole) ? Optional.empty() : Optional.of(shown));
    }

    private static String encoded(Content content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Encoding.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(compressed.toByteArray());
    }
}
