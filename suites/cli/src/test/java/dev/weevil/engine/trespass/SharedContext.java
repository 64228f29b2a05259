package dev.weevil.engine.trespass;

/** A name that says nothing. */
public record SharedContext() {}
