package dev.weevil.checker.format;

import dev.weevil.checker.history.HistoryEvent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a history of any {@link HistoryFormat} event by event; nothing of it is kept.
 *
 * <p>A last event cut short by the end of the file, as a crashed recorder leaves it, is left out and
 * remarked upon, and so is a missing last bracket; a file without any whole event is refused. Whatever
 * else does not fit throws {@link MalformedHistory}; so does an {@link IllegalArgumentException} of the
 * consumer, with the place it came from.
 */
public final class HistoryReader {

    private static final int STORE_DEPTH = 4;

    private final Source in;
    private final HistoryFormat format;
    private final Forms forms;
    private final EventFields fields = new EventFields();
    private final KeyedValues keyed = new KeyedValues();
    private final List<String> remarks = new ArrayList<>();
    private long events;
    private final Clients clients = new Clients();
    private long skipped;
    private long lastNanos;
    private long timesGoBack;

    private HistoryReader(Source in, HistoryFormat format) {
        this.in = in;
        this.format = format;
        this.forms = format == HistoryFormat.JEPSEN_LOG
                ? new LogForms(in)
                : format.isJson()
                        ? new JsonForms(in, format == HistoryFormat.WEEVIL)
                        : new EdnForms(in);
    }

    /**
     * Reads one file.
     *
     * @param format how it is written; empty to recognise it by its beginning
     */
    public static Reading read(
            Path file, Optional<HistoryFormat> format, Consumer<HistoryEvent> sink)
            throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(file.toString(), bytes, format, sink);
        }
    }

    /** As {@link #read(Path, Optional, Consumer)}, from any bytes. */
    public static Reading read(
            String name,
            InputStream bytes,
            Optional<HistoryFormat> format,
            Consumer<HistoryEvent> sink)
            throws IOException {
        try {
            Source in = new Source(name, bytes);
            HistoryFormat known = format.isPresent() ? told(format.get(), in) : Recognition.of(in);
            return new HistoryReader(in, known).read(sink);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whoever tells a notation need not tell lines from a collection. */
    private static HistoryFormat told(HistoryFormat format, Source in) {
        if (format != HistoryFormat.EDN_LINES && format != HistoryFormat.JSON_LINES) {
            return format;
        }
        String text = in.glimpse();
        int start = Recognition.skip(text, 0);
        boolean collection =
                start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '(');
        if (!collection) {
            return format;
        }
        return format.isJson() ? HistoryFormat.JSON_ARRAY : HistoryFormat.EDN_COLLECTION;
    }

    /**
     * The histories a path names: itself, or in a store folder every {@code history.edn} and {@code
     * history.jsonl} below it, by name.
     */
    public static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path, STORE_DEPTH)) {
            return found.filter(HistoryReader::isHistory).sorted().toList();
        }
    }

    private static boolean isHistory(Path path) {
        String name = path.getFileName().toString();
        return name.equals("history.edn") || name.equals("history.jsonl");
    }

    private Reading read(Consumer<HistoryEvent> sink) {
        if (format.isCollection()) {
            readCollection(sink);
        } else {
            readLines(sink);
        }
        if (keyed.found()) {
            remarks.add("values [k v] are read as value v of key k");
        }
        clients.remark().ifPresent(remarks::add);
        if (timesGoBack > 0) {
            remarks.add("times go back at " + timesGoBack
                    + " events: the order of the events is what counts");
        }
        if (skipped > 0) {
            remarks.add(skipped + " events of no client are passed over");
        }
        return new Reading(format, events, skipped, remarks);
    }

    private void readLines(Consumer<HistoryEvent> sink) {
        forms.skipBlank();
        if (format == HistoryFormat.WEEVIL) {
            readHeader();
        }
        while (in.peek() != Source.END && parseWhole()) {
            deliver(sink);
            forms.skipBlank();
        }
        if (forms instanceof LogForms log && log.endedOpen()) {
            remarks.add("the last line has no end: what it says may be cut short");
        }
    }

    private void readHeader() {
        if (!(forms.value() instanceof java.util.Map<?, ?> header)
                || !Long.valueOf(JsonLinesWriter.VERSION)
                        .equals(header.get(JsonLinesWriter.HEADER))) {
            throw in.malformed(
                    "version " + JsonLinesWriter.VERSION + " of " + JsonLinesWriter.HEADER,
                    "another header");
        }
        forms.skipBlank();
    }

    private void readCollection(Consumer<HistoryEvent> sink) {
        forms.skipBlank();
        int opening = in.peek();
        if (opening != '[' && (opening != '(' || format.isJson())) {
            throw in.malformed("'['");
        }
        in.next();
        char end = opening == '[' ? ']' : ')';
        forms.skipBlank();
        boolean first = true;
        while (in.peek() != end && !isCutShort(end)) {
            if (format.isJson() && !first) {
                in.expect(',');
                forms.skipBlank();
            }
            first = false;
            if (isCutShort(end) || !parseWhole()) {
                return;
            }
            deliver(sink);
            forms.skipBlank();
        }
        if (in.peek() == end) {
            in.next();
            forms.skipBlank();
            if (in.peek() != Source.END) {
                throw in.malformed("nothing after the last '" + end + "'");
            }
        }
    }

    /** Whether the file ends before its last bracket, as one does whose recorder crashed. */
    private boolean isCutShort(char end) {
        if (in.peek() != Source.END) {
            return false;
        }
        refuseWithoutEvents(in.malformed("'" + end + "'"));
        remarks.add("the last '" + end + "' is missing: the file was not written to its end");
        return true;
    }

    /** Fills the fields; false where the file ended in the middle of an event. */
    private boolean parseWhole() {
        long line = in.line();
        fields.clear();
        try {
            forms.event(fields);
            return true;
        } catch (MalformedHistory malformed) {
            if (in.peek() != Source.END) {
                throw malformed;
            }
            refuseWithoutEvents(malformed);
            remarks.add(
                    "line " + line + " is half-written and left out: " + malformed.getMessage());
            return false;
        }
    }

    /** A file of which nothing is whole is no history that was cut short. */
    private void refuseWithoutEvents(MalformedHistory malformed) {
        if (events + skipped == 0) {
            throw malformed;
        }
    }

    private void deliver(Consumer<HistoryEvent> sink) {
        Optional<HistoryEvent> event =
                fields.event(in, events, clients).map(read -> keyed.split(read, in));
        if (event.isEmpty()) {
            skipped++;
            return;
        }
        events++;
        watchTime(event.get().nanos());
        try {
            sink.accept(event.get());
        } catch (IllegalArgumentException refused) {
            throw in.malformed("an event that fits those before", refused.getMessage());
        }
    }

    private void watchTime(long nanos) {
        if (nanos != 0) {
            timesGoBack += nanos < lastNanos ? 1 : 0;
            lastNanos = nanos;
        }
    }
}
