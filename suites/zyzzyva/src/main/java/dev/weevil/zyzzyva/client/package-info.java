/**
 * A client: sends a request, collects answers and decides when its operation is complete (PROTOCOL.md,
 * 6.1 and 6.6). Nothing here does input or output.
 */
package dev.weevil.zyzzyva.client;
