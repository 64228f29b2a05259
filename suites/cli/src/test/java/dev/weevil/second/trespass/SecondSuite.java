package dev.weevil.second.trespass;

import dev.weevil.first.trespass.FirstSuite;

/** Suites do not know each other, and packages no cycles. */
public record SecondSuite(FirstSuite other) {}
