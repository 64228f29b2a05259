/**
 * A replica: a thin dispatcher over rule classes, one per subject of PROTOCOL.md, that share one
 * {@code Core}. Everything but the node itself is package-private; nothing here does input or output.
 */
package dev.weevil.zyzzyva.replica;
