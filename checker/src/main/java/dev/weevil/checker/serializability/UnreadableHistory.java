package dev.weevil.checker.serializability;

/** The history is not one of transactions over lists or over registers; the message says where. */
final class UnreadableHistory extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableHistory(String message) {
        super(message, null, false, false);
    }
}
