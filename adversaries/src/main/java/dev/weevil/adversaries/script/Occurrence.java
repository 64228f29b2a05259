package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;

/**
 * Messages by how often their like (same type, view and sequence) was sent on their link before,
 * both ends included: 0 is the first sending, anything above a retransmission.
 */
public record Occurrence(int first, int last) implements Scope {

    public Occurrence {
        if (first < 0 || first > last) {
            throw new IllegalArgumentException(
                    "expected 0 <= first <= last, found " + first + ".." + last);
        }
    }

    public static Occurrence of(int nth) {
        return new Occurrence(nth, nth);
    }

    public static Occurrence firstSending() {
        return of(0);
    }

    public static Occurrence retransmissions() {
        return new Occurrence(1, Integer.MAX_VALUE);
    }

    @Override
    public boolean covers(Envelope envelope) {
        int occurrence = envelope.label().occurrence();
        return first <= occurrence && occurrence <= last;
    }

    @Override
    public String inWords() {
        if (last == 0) {
            return "at their first sending";
        }
        if (last == Integer.MAX_VALUE && first == 1) {
            return "sent again";
        }
        return first == last
                ? "at sending " + (first + 1L)
                : "at sendings " + (first + 1L) + " to " + (last + 1L);
    }
}
