package dev.weevil.adversaries.trespass;

import dev.weevil.engine.simulation.Simulation;

/** An adversary must not know how a network is run. */
public record SeesTheSimulation(Simulation simulation) {}
