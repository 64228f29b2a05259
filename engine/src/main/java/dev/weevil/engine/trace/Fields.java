package dev.weevil.engine.trace;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of one line. Each is taken once; {@link #end} refuses what nobody took. Every complaint is
 * an {@link IllegalArgumentException} that says what was expected and found.
 */
final class Fields {

    private static final Pattern ENDPOINT = Pattern.compile("([^']+)(?:'([0-9]{1,9}))?");

    private final Map<String, Object> rest;

    private Fields(Map<String, Object> rest) {
        this.rest = rest;
    }

    static Fields parse(String line) {
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("expected a JSON object, found " + shown(line));
            }
            Map<String, Object> fields = object(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException(
                        "expected nothing behind the object, found " + in.currentToken());
            }
            return new Fields(fields);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("expected JSON, found " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> object(JsonParser in) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (fields.containsKey(name)) {
                throw new IllegalArgumentException(
                        "expected each field once, found '" + name + "' twice");
            }
            fields.put(name, any(in));
        }
        return fields;
    }

    private static Object any(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw new IllegalArgumentException("expected a value, found " + in.currentToken());
        };
    }

    private static List<Object> array(JsonParser in) {
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(any(in));
        }
        return elements;
    }

    boolean has(String name) {
        return rest.containsKey(name);
    }

    private Object take(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(
                    "expected a field '" + name + "', found " + rest.keySet());
        }
        return rest.remove(name);
    }

    Object value(String name) {
        return ValueFormat.read(take(name));
    }

    String text(String name) {
        return expect(name, "a text", take(name), String.class);
    }

    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    long number(String name) {
        return expect(name, "a whole number", take(name), Long.class);
    }

    long numberOrZero(String name) {
        return has(name) ? number(name) : 0;
    }

    int small(String name) {
        long value = numberOrZero(name);
        if (value != (int) value) {
            throw wrong(name, "a number of 32 bits", value);
        }
        return (int) value;
    }

    boolean truth(String name) {
        return expect(name, "true or false", take(name), Boolean.class);
    }

    /** A text that stands for something: one of an enumeration, a digest, ... */
    <T> T parsed(String name, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field '" + name + "': " + e.getMessage(), e);
        }
    }

    NodeId node(String name) {
        return parsed(name, NodeId::parse);
    }

    Endpoint endpoint(String name) {
        return parsed(name, Fields::endpointOf);
    }

    private static Endpoint endpointOf(String text) {
        Matcher parts = ENDPOINT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected an endpoint such as r0 or r0'1, found '" + text + "'");
        }
        String instance = Optional.ofNullable(parts.group(2)).orElse("0");
        return new Endpoint(NodeId.parse(parts.group(1)), Integer.parseInt(instance));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : expect(name, "a list", take(name), List.class)) {
            texts.add(expect(name, "texts", element, String.class));
        }
        return texts;
    }

    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<?, ?> object = expect(name, "an object", take(name), Map.class);
        object.forEach((key, value) ->
                texts.put((String) key, expect(name, "texts", value, String.class)));
        return texts;
    }

    void end() {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("expected no further field, found " + rest.keySet());
        }
    }

    private static <T> T expect(String name, String expected, Object found, Class<T> type) {
        if (!type.isInstance(found)) {
            throw wrong(name, expected, found);
        }
        return type.cast(found);
    }

    private static IllegalArgumentException wrong(String name, String expected, Object found) {
        return new IllegalArgumentException("field '" + name + "': expected " + expected
                + ", found " + shown(String.valueOf(found)));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? "'" + text + "'" : "'" + text.substring(0, 40) + "…'";
    }
}
