package dev.weevil.engine.node;

import java.util.Objects;

/**
 * Something a node says of itself, for oracles and reports. Nodes never read facts.
 *
 * @param name one of the names below, or a word of the system's own
 * @param view the view it happened in
 * @param sequence the sequence number it is about; 0 where none
 * @param digest what was decided or is held there; {@link Digest#ZERO} where none
 * @param detail for people: one sentence or nothing
 */
public record Fact(String name, long view, long sequence, Digest digest, String detail) {

    /** The replica took the value into its log, perhaps not for good. */
    public static final String ACCEPTED = "accepted";

    /** The replica applied the request of that digest to the service at that sequence. */
    public static final String EXECUTED = "executed";

    /** The client holds the request of that digest to be done, at that sequence. */
    public static final String COMPLETED = "completed";

    /**
     * The replica holds proof that the value has its place: what agreement is judged by. In a protocol
     * whose later views may supersede what reached no client, by decisions of one view.
     */
    public static final String DECIDED = "decided";

    /** The replica's state up to the sequence is proven, and never undone in any view. */
    public static final String STABLE = "stable";

    /** The replica undid what it had accepted and executed above the sequence. */
    public static final String ROLLED_BACK = "rolled-back";

    /** The replica took over the proven state at the sequence, whatever it had executed up to there. */
    public static final String TRANSFERRED = "transferred";

    /** The node did not act on a message; the detail says whose, which, and why. */
    public static final String REFUSED = "refused";

    /** The node holds another to be faulty; the detail says whom and why. */
    public static final String ACCUSED = "accused";

    public Fact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(detail, "detail");
    }

    /** A fact that is a sentence: {@code refused}, {@code accused}, ... */
    public static Fact of(String name, long view, long sequence, String detail) {
        return new Fact(name, view, sequence, Digest.ZERO, detail);
    }

    @Override
    public String toString() {
        String place = name + "(" + view + "," + sequence + ")";
        String value = digest.equals(Digest.ZERO) ? "" : " " + digest.brief();
        return place + value + (detail.isEmpty() ? "" : " " + detail);
    }
}
