/**
 * Messages on byte streams: how they are delimited, read with back-pressure, and sent over connections
 * that come back. Knows nothing of nodes.
 */
package dev.weevil.engine.live.stream;
