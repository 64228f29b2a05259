package dev.weevil.zyzzyva.service;

/** An operation that every replica refuses alike; its text becomes the reply. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String complaint) {
        super(complaint, null, false, false);
    }
}
