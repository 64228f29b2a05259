package dev.weevil.checker.model;

/**
 * Objects that have engines of their own where their values are distinct. A model of a family other
 * than {@link #GENERAL} decides {@link Model#takesPart} by function, outcome and whether the result is
 * nil, and by nothing else.
 */
public enum Family {
    /** Any other object: searched. */
    GENERAL,
    /**
     * {@code read} or {@code get}, {@code write} or {@code put}, {@code cas}. Its states are the values
     * themselves, {@link Models#NIL} where there is none.
     */
    REGISTER,
    /** A register that also takes {@code append}. */
    APPENDABLE,
    /** {@code append} one element and {@code read} the whole list. */
    LIST,
    /** {@code add}, {@code remove}, {@code contains} and {@code read}. */
    SET,
    /** {@code enqueue} and {@code dequeue}, first in first out. */
    QUEUE,
    /** {@code push} and {@code pop}, last in first out. */
    STACK,
    /** {@code insert} and {@code poll}, the least first. */
    PRIORITY_QUEUE
}
