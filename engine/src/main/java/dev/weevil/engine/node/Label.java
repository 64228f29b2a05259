package dev.weevil.engine.node;

/**
 * What scopes and fault decisions go by, readable without decoding a message.
 *
 * @param type the message's kind in Java form, {@code OrderRequest}
 * @param occurrence how many messages of the same type, view and sequence were sent on the same link
 *     before this one; it tells a retransmission from its first sending
 */
public record Label(String type, long view, long sequence, int occurrence) {

    /** The type of a frame that is not decoded: its link has no codec, or its bytes have no shape. */
    public static final String OPAQUE = "Opaque";

    public static Label opaque(long sequence) {
        return new Label(OPAQUE, 0, sequence, 0);
    }

    public Label occurring(int times) {
        return new Label(type, view, sequence, times);
    }

    @Override
    public String toString() {
        String place = type + "(" + view + "," + sequence + ")";
        return occurrence == 0 ? place : place + "#" + occurrence;
    }
}
