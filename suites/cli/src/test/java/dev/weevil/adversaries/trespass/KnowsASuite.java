package dev.weevil.adversaries.trespass;

import dev.weevil.cli.fixture.Ledger;

/** Suites are known by no one. */
public record KnowsASuite(Ledger ledger) {}
