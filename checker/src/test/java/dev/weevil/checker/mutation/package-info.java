/**
 * Mistakes put into copies of the checker's sources on purpose, to see that its tests notice. Knows the
 * sources as text and the tests by name, and neither by type.
 */
package dev.weevil.checker.mutation;
