/**
 * Zyzzyva as a service that people run: replicas of a key-value store on several machines, and clients
 * that use it. The nodes are those that the suites test.
 *
 * <p>{@link dev.weevil.zyzzyva.server.ClusterFile} says who belongs to a cluster and where,
 * {@link dev.weevil.zyzzyva.server.ReplicaServer} is one replica of it,
 * {@link dev.weevil.zyzzyva.server.KeyValueClient} one client.
 */
package dev.weevil.zyzzyva.server;
