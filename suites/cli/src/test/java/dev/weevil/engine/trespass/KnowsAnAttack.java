package dev.weevil.engine.trespass;

import dev.weevil.adversaries.trespass.SeesTheSimulation;

/** The engine runs any attack and knows none. */
public record KnowsAnAttack(SeesTheSimulation attack) {}
