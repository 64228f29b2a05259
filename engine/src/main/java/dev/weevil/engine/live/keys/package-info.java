/** Keeps the keys of a deployment in files: one for each node, which its owner alone may read. */
package dev.weevil.engine.live.keys;
