package dev.weevil.checker.trespass;

import dev.weevil.engine.node.NodeId;

/** The checker must be usable alone. */
public record KnowsTheEngine(NodeId node) {}
