package dev.weevil.zyzzyva.replica;

import dev.weevil.zyzzyva.proof.StateDigest;

/**
 * What a replica is there for.
 *
 * @param executes whether it has the service's state; a witness only orders (12.2)
 * @param stateDigest how D is made
 */
record Role(boolean executes, StateDigest stateDigest) {}
