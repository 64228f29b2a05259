/** A protocol that any fault breaks, for adversaries to prove themselves on. */
package dev.weevil.adversaries.gullible;
