package dev.weevil.engine.trespass;

import dev.weevil.first.trespass.FirstSuite;

/** Suites are known by no one. */
public record KnowsASuite(FirstSuite suite) {}
