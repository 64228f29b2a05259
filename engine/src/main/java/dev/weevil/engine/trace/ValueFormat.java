package dev.weevil.engine.trace;

import tools.jackson.core.JsonGenerator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of operations as JSON, so that each reads back as exactly what it was. */
final class ValueFormat {

    /** Longer numbers take a parser time that grows with the square of their length. */
    private static final int MOST_DIGITS = 1_000;

    private ValueFormat() {}

    /** @throws IllegalArgumentException for anything that is no value of a history event */
    static void write(Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Double number) {
            writeDouble(number, out);
        } else if (value instanceof BigInteger number) {
            tagged("big", number.toString(), out);
        } else if (value instanceof List<?> list) {
            writeList(list, out);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else {
            throw new IllegalArgumentException(
                    "expected a value of an operation, found " + value.getClass() + " " + value);
        }
    }

    private static void writeDouble(double number, JsonGenerator out) {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            tagged("double", Double.toString(number), out);
        }
    }

    private static void tagged(String tag, String text, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty(tag, text);
        out.writeEndObject();
    }

    private static void writeList(List<?> list, JsonGenerator out) {
        out.writeStartArray();
        list.forEach(element -> write(element, out));
        out.writeEndArray();
    }

    private static void writeMap(Map<?, ?> map, JsonGenerator out) {
        out.writeStartObject();
        out.writeName("map");
        out.writeStartArray();
        map.forEach((key, value) -> writeList(Arrays.asList(key, value), out));
        out.writeEndArray();
        out.writeEndObject();
    }

    /**
     * The value that this JSON stands for.
     *
     * @param json null, a Boolean, Long, Double, String, List or Map by String, as parsed
     * @throws IllegalArgumentException saying what was expected and found, if it stands for none
     */
    static Object read(Object json) {
        if (json instanceof List<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(element -> values.add(read(element)));
            return Collections.unmodifiableList(values);
        }
        return json instanceof Map<?, ?> object ? readTagged(object) : json;
    }

    private static Object readTagged(Map<?, ?> object) {
        if (object.size() == 1) {
            if (object.get("map") instanceof List<?> pairs) {
                return readMap(pairs);
            }
            if (object.get("big") instanceof String text && text.length() <= MOST_DIGITS) {
                return new BigInteger(text);
            }
            if (object.get("double") instanceof String text && text.length() <= MOST_DIGITS) {
                return Double.valueOf(text);
            }
        }
        throw new IllegalArgumentException(
                "expected a value with one of the tags map, big and double, found the fields "
                        + object.keySet());
    }

    private static Map<Object, Object> readMap(List<?> pairs) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object pair : pairs) {
            if (!(pair instanceof List<?> both) || both.size() != 2) {
                throw new IllegalArgumentException("expected a key and a value, found " + pair);
            }
            map.put(read(both.get(0)), read(both.get(1)));
        }
        return Collections.unmodifiableMap(map);
    }
}
