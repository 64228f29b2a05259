package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;

/** Messages by the sequence they speak of, both ends included. */
public record Sequence(long first, long last) implements Scope {

    public Sequence {
        if (first > last) {
            throw new IllegalArgumentException(
                    "expected the first sequence not to be above the last, found " + first + ".."
                            + last);
        }
    }

    public static Sequence of(long sequence) {
        return new Sequence(sequence, sequence);
    }

    public static Sequence from(long first) {
        return new Sequence(first, Long.MAX_VALUE);
    }

    public static Sequence between(long first, long last) {
        return new Sequence(first, last);
    }

    @Override
    public boolean covers(Envelope envelope) {
        long sequence = envelope.label().sequence();
        return first <= sequence && sequence <= last;
    }

    @Override
    public String inWords() {
        if (first == last) {
            return "at sequence " + first;
        }
        return last == Long.MAX_VALUE
                ? "from sequence " + first + " on"
                : "at sequences " + first + " to " + last;
    }
}
