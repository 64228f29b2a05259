/**
 * Redis as a foreign system: its own processes, its own wire, our clients. It promises nothing about
 * acknowledged writes when its primary is lost, and so shows that the harness would notice.
 */
package dev.weevil.redis;
