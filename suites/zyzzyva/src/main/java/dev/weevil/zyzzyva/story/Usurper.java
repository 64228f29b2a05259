package dev.weevil.zyzzyva.story;

import dev.weevil.engine.node.Digest;

/**
 * What took the place of a lost request: where the two histories part.
 *
 * @param number the lowest at which they differ
 * @param operation whose it is, {@code c0's put x 1}
 */
record Usurper(long number, Digest history, String operation) {}
