package dev.weevil.checker.format;

import dev.weevil.checker.history.HistoryEvent;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes our own format, one event a line under a line with its version. Every value a {@link
 * HistoryEvent} may carry is read back equal.
 */
public final class JsonLinesWriter {

    /** The name in the first line. */
    static final String HEADER = "weevil-history";

    /** Its value there. */
    static final long VERSION = 1;

    private final Writer out;

    /** Writes the first line; the writer stays the caller's to flush and close. */
    public JsonLinesWriter(Writer out) throws IOException {
        this.out = out;
        out.write("{\"" + HEADER + "\":" + VERSION + "}\n");
    }

    public void write(HistoryEvent event) throws IOException {
        out.write("{\"nanos\":" + event.nanos());
        out.write(",\"process\":" + event.process());
        out.write(",\"type\":\"" + event.type().name().toLowerCase(Locale.ROOT));
        out.write("\",\"f\":");
        Quoted.write(event.function(), out);
        if (event.key().isPresent()) {
            out.write(",\"key\":");
            value(event.key().get());
        }
        out.write(",\"value\":");
        value(event.value());
        if (!event.note().isEmpty()) {
            out.write(",\"note\":");
            Quoted.write(event.note(), out);
        }
        out.write("}\n");
    }

    private void value(Object value) throws IOException {
        if (value == null
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || value instanceof BigInteger) {
            out.write(String.valueOf(value));
        } else if (value instanceof Double number) {
            out.write("{\"#double\":\"" + number + "\"}");
        } else if (value instanceof String text) {
            Quoted.write(text, out);
        } else if (value instanceof List<?> list) {
            sequence(list.iterator());
        } else if (value instanceof Set<?> set) {
            out.write("{\"#set\":");
            sequence(set.iterator());
            out.write("}");
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            throw new IllegalArgumentException(
                    "a history holds no " + value.getClass().getName() + ": " + value);
        }
    }

    private void sequence(Iterator<?> elements) throws IOException {
        out.write('[');
        for (String comma = ""; elements.hasNext(); comma = ",") {
            out.write(comma);
            value(elements.next());
        }
        out.write(']');
    }

    private void map(Map<?, ?> map) throws IOException {
        out.write("{\"#map\":[");
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.write(comma + "[");
            value(entry.getKey());
            out.write(',');
            value(entry.getValue());
            out.write(']');
            comma = ",";
        }
        out.write("]}");
    }
}
