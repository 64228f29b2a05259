package dev.weevil.reports.trespass;

import dev.weevil.adversaries.trespass.ReadsTheClock;

/** Pages are drawn from traces, whatever attack made them. */
public record KnowsAnAttack(ReadsTheClock attack) {}
