package dev.weevil.cli.suite;

/** What runs plans, what draws their pages, and what ends them early. */
public record Workshop(Runners runners, Pages pages, Interruption interruption) {}
