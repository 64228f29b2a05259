package dev.weevil.checker.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * JSON. Names of objects that are whole numbers are read as numbers, as account numbers are; in our own
 * files sets, maps with other names and numbers beyond JSON are objects with one name that begins with
 * {@code #}.
 */
final class JsonForms implements Forms {

    private static final int DEEPEST = 256;

    private final Source in;
    private final boolean ours;
    private int depth;

    JsonForms(Source in, boolean ours) {
        this.in = in;
        this.ours = ours;
    }

    @Override
    public void skipBlank() {
        for (int c = in.peek(); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = in.peek()) {
            in.next();
        }
    }

    @Override
    public void event(EventFields fields) {
        if (in.peek() != '{') {
            throw in.malformed("an object");
        }
        entries(name -> fields.set(name.startsWith(":") ? name.substring(1) : name, value()));
    }

    /** Hands on each name, before its value is read. */
    private void entries(Consumer<String> reader) {
        in.next();
        skipBlank();
        boolean first = true;
        while (in.peek() != '}') {
            if (!first) {
                comma("'}'");
            }
            first = false;
            reader.accept(name());
            skipBlank();
        }
        in.next();
    }

    private void comma(String end) {
        if (in.peek() != ',') {
            throw in.malformed("',' or " + end);
        }
        in.next();
        skipBlank();
    }

    private String name() {
        if (in.peek() != '"') {
            throw in.malformed("a name in quotes");
        }
        String name = Quoted.read(in, true);
        skipBlank();
        in.expect(':');
        return name;
    }

    @Override
    public Object value() {
        skipBlank();
        if (++depth > DEEPEST) {
            throw in.malformed("values nested at most " + DEEPEST + " deep");
        }
        Object value = switch (in.peek()) {
            case '[' -> array();
            case '{' -> object();
            case '"' -> Quoted.read(in, true);
            default -> atom();
        };
        depth--;
        return value;
    }

    private Object atom() {
        long number = in.takeWholeNumber();
        if (number != Source.NO_NUMBER) {
            return number;
        }
        long line = in.line();
        in.takeToken();
        if (in.tokenLength() == 0) {
            throw in.malformed("a value");
        }
        if (Scalars.looksNumeric(in)) {
            return Scalars.number(in);
        }
        String word = in.text(0);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw in.malformed("a value", "\"" + word + "\" on line " + line);
        };
    }

    private List<Object> array() {
        in.next();
        List<Object> elements = new ArrayList<>(2);
        skipBlank();
        while (in.peek() != ']') {
            if (!elements.isEmpty()) {
                comma("']'");
            }
            elements.add(value());
            skipBlank();
        }
        in.next();
        return Collections.unmodifiableList(elements);
    }

    private Object object() {
        Map<Object, Object> entries = new HashMap<>();
        entries(name -> entries.put(ours ? name : number(name), value()));
        return ours && entries.size() == 1
                ? special(entries)
                : Collections.unmodifiableMap(entries);
    }

    private static Object number(String name) {
        return name.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(name) : name;
    }

    private Object special(Map<Object, Object> entries) {
        Map.Entry<Object, Object> entry = entries.entrySet().iterator().next();
        if (entry.getKey().equals("#set") && entry.getValue() instanceof List<?> elements) {
            return Collections.unmodifiableSet(new HashSet<>(elements));
        }
        if (entry.getKey().equals("#double") && entry.getValue() instanceof String text) {
            return Double.valueOf(text);
        }
        if (entry.getKey().equals("#map") && entry.getValue() instanceof List<?> pairs) {
            Map<Object, Object> map = new HashMap<>();
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> both) || both.size() != 2) {
                    throw in.malformed("[key, value] in a #map", String.valueOf(pair));
                }
                map.put(both.get(0), both.get(1));
            }
            return Collections.unmodifiableMap(map);
        }
        return Collections.unmodifiableMap(entries);
    }
}
