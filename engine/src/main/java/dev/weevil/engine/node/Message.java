package dev.weevil.engine.node;

/**
 * What nodes send each other: an immutable value compared by content.
 *
 * <p>A message checks its own shape only. Whether it is valid is its receiver's judgement, because an
 * adversary must be able to build any lie.
 */
public interface Message {

    /** The view (epoch, term, ballot) it speaks of; 0 where the protocol gives it none. */
    default long view() {
        return 0;
    }

    /** The sequence number (slot, timestamp) it speaks of; 0 where the protocol gives it none. */
    default long sequence() {
        return 0;
    }
}
