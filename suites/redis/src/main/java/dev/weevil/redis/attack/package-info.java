/** What is done to Redis: pure decisions, without input or output. */
package dev.weevil.redis.attack;
