/**
 * Tells in sentences how a completed request came to be lost: which view it completed in, which later
 * one began without it, and whose reports that view was started from. Reads facts and the fields of
 * messages from a trace, fresh or read back, and knows nothing else.
 */
package dev.weevil.zyzzyva.story;
