/**
 * What Zyzzyva costs on this machine, beside a server that is not replicated and beside an echo:
 * programs to run, not tests.
 */
package dev.weevil.zyzzyva.benchmark;
