/** {@code weevil replay}: runs a recorded run again, and tells how far it came out the same. */
package dev.weevil.cli.replay;
