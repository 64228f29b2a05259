/** The rules that hold for all modules together, and classes that break them to show that they bite. */
package dev.weevil.architecture;
