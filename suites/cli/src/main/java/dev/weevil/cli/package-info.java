/** The {@code weevil} command: its process, and its subcommands put together. */
package dev.weevil.cli;
