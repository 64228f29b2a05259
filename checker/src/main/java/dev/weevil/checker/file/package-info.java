/** Checks history files from reading to verdict: what a command line needs. Prints nothing. */
package dev.weevil.checker.file;
