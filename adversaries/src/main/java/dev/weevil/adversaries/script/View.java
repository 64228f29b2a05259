package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;

/** Messages by the view they speak of, both ends included. */
public record View(long first, long last) implements Scope {

    public View {
        if (first > last) {
            throw new IllegalArgumentException(
                    "expected the first view not to be above the last, found " + first + ".."
                            + last);
        }
    }

    public static View of(long view) {
        return new View(view, view);
    }

    public static View from(long first) {
        return new View(first, Long.MAX_VALUE);
    }

    public static View between(long first, long last) {
        return new View(first, last);
    }

    @Override
    public boolean covers(Envelope envelope) {
        long view = envelope.label().view();
        return first <= view && view <= last;
    }

    @Override
    public String inWords() {
        if (first == last) {
            return "in view " + first;
        }
        return last == Long.MAX_VALUE
                ? "from view " + first + " on"
                : "in views " + first + " to " + last;
    }
}
