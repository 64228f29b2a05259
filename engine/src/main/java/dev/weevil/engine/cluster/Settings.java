package dev.weevil.engine.cluster;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a system is configured: names and values as text, in the run's report and on the command line of
 * its processes. The system validates them when it is deployed.
 */
public record Settings(SortedMap<String, String> values) {

    public static final Settings NONE = new Settings(new TreeMap<>());

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(new TreeMap<>(values));
    }

    public Settings with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, String.valueOf(value));
        return new Settings(more);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException naming the setting, unless it is one
     */
    public int integer(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw refused(name, "a whole number", value);
        }
    }

    /** A duration in milliseconds, written as a whole number. */
    public Duration millis(String name, Duration otherwise) {
        return values.containsKey(name) ? Duration.ofMillis(integer(name, 0)) : otherwise;
    }

    /**
     * {@code true} or {@code false}.
     *
     * @throws IllegalArgumentException naming the setting, unless it is one of the two
     */
    public boolean flag(String name, boolean otherwise) {
        String value = text(name, Boolean.toString(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw refused(name, "true or false", value);
        }
        return value.equals("true");
    }

    /**
     * A constant of an enum, by its name.
     *
     * @throws IllegalArgumentException naming the setting, unless it is one
     */
    public <E extends Enum<E>> E choice(String name, E otherwise) {
        String value = text(name, otherwise.name());
        try {
            return Enum.valueOf(otherwise.getDeclaringClass(), value);
        } catch (IllegalArgumentException e) {
            throw refused(name, "one of " + EnumSet.allOf(otherwise.getDeclaringClass()), value);
        }
    }

    private static IllegalArgumentException refused(String name, String expected, String found) {
        return new IllegalArgumentException(
                "setting " + name + ": expected " + expected + ", found '" + found + "'");
    }
}
