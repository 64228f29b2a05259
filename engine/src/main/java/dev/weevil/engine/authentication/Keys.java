package dev.weevil.engine.authentication;

import dev.weevil.engine.node.NodeId;

/** All keys of one cluster. Only a host or simulator holds them all. */
public interface Keys {

    /** A new keyring for one node, its counters at zero. */
    Keyring of(NodeId owner);
}
