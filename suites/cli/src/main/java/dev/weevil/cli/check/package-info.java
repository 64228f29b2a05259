/** {@code weevil check}: histories of our own and of other tools, from file to verdict. */
package dev.weevil.cli.check;
