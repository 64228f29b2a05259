package dev.weevil.checker.format;

import dev.weevil.checker.history.HistoryEvent;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes events as Jepsen's {@code history.edn} has them, one map a line, for other tools. */
public final class EdnWriter {

    private final Writer out;

    /** The writer stays the caller's to flush and close. */
    public EdnWriter(Writer out) {
        this.out = out;
    }

    public void write(HistoryEvent event) throws IOException {
        out.write("{:process " + event.process());
        out.write(", :type :" + event.type().name().toLowerCase(Locale.ROOT));
        out.write(", :f :" + event.function());
        if (event.key().isPresent()) {
            out.write(", :key ");
            value(event.key().get());
        }
        out.write(", :value ");
        value(event.value());
        out.write(", :time " + event.nanos());
        if (!event.note().isEmpty()) {
            out.write(", :error ");
            Quoted.write(event.note(), out);
        }
        out.write("}\n");
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            out.write("nil");
        } else if (value instanceof String text) {
            Quoted.write(text, out);
        } else if (value instanceof List<?> list) {
            sequence("[", list, "]");
        } else if (value instanceof Set<?> set) {
            sequence("#{", set, "}");
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            out.write(value.toString());
        }
    }

    private void sequence(String open, Collection<?> elements, String close) throws IOException {
        out.write(open);
        String space = "";
        for (Object element : elements) {
            out.write(space);
            value(element);
            space = " ";
        }
        out.write(close);
    }

    private void map(Map<?, ?> map) throws IOException {
        out.write('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.write(comma);
            value(entry.getKey());
            out.write(' ');
            value(entry.getValue());
            comma = ", ";
        }
        out.write('}');
    }
}
