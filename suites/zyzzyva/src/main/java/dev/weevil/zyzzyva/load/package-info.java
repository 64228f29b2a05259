/**
 * Zyzzyva under load while somebody wastes its time (PROTOCOL.md, 15 and 16.3): what becomes of the
 * correct clients' throughput, with and without defences.
 */
package dev.weevil.zyzzyva.load;
