/**
 * What an unreliable network does to messages: loses, delays, reorders, duplicates, replays and
 * damages them, and falls apart. None of it needs a key, and none of it counts against f.
 */
package dev.weevil.adversaries.network;
