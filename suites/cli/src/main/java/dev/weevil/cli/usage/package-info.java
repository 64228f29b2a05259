/** What every subcommand shares: exit codes, where options come from, how durations are typed. */
package dev.weevil.cli.usage;
