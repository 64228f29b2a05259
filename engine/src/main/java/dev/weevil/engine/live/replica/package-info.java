/** The process of one replica: finds its protocol, hosts its node, reports to the harness. */
package dev.weevil.engine.live.replica;
