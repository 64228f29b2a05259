package dev.weevil.engine.wire;

import java.util.List;

/** A way down into a message, and how far one has come. */
final class Path {

    private final String whole;
    private final List<String> rest;

    private Path(String whole, List<String> rest) {
        this.whole = whole;
        this.rest = rest;
    }

    static Path parse(String text) {
        return new Path(text, List.of(text.split("\\.", -1)));
    }

    boolean isEmpty() {
        return rest.isEmpty();
    }

    String head() {
        return rest.get(0);
    }

    Path tail() {
        return new Path(whole, rest.subList(1, rest.size()));
    }

    IllegalArgumentException noSuchField() {
        String place = rest.isEmpty() ? "below it" : "at '" + rest.get(0) + "'";
        return new IllegalArgumentException("no field '" + whole + "': nothing " + place);
    }

    IllegalArgumentException wrongType(String expected, Object found) {
        return new IllegalArgumentException(
                "field '" + whole + "': expected " + expected + ", found " + found);
    }
}
