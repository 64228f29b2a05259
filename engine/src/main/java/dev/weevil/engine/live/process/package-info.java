/**
 * Operating-system processes that cannot outlive their run: a supervisor owns them. Knows nothing of
 * clusters.
 */
package dev.weevil.engine.live.process;
