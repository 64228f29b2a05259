/**
 * What corrupted nodes do beyond honest code: fall silent, tell each a different story, lie, hold
 * back, forge, replay and conspire. They sign in their own name only.
 */
package dev.weevil.adversaries.byzantine;
