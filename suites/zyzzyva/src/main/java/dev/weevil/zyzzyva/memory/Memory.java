package dev.weevil.zyzzyva.memory;

import dev.weevil.engine.node.Message;

/** One file of a replica's disk, written and read like a message. */
public sealed interface Memory extends Message permits Standpoint, KeptState, KeptView {}
