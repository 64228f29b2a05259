package dev.weevil.engine.network;

import java.util.List;

/**
 * Decides what becomes of each envelope: one observation in, the acts out.
 *
 * <p>Like a node it does no I/O, reads no clock and draws no randomness but what its {@link Powers}
 * give; it serves one run and one thread. Against correct nodes it has the network's power only.
 */
public interface Adversary {

    List<Act> on(Observation observation);
}
