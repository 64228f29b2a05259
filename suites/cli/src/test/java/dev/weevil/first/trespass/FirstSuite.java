package dev.weevil.first.trespass;

import dev.weevil.second.trespass.SecondSuite;

/** Suites do not know each other, and packages no cycles. */
public record FirstSuite(SecondSuite other) {}
