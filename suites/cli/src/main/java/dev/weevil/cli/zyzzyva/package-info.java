/** {@code weevil zyzzyva}: a replicated key-value store to run, its replicas and its clients. */
package dev.weevil.cli.zyzzyva;
