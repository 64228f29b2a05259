package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.NodeId;

import java.util.List;

/**
 * One configuration to measure.
 *
 * @param name a word per property, as the table and the command line of its processes call it
 * @param mute how many backups, counted from the last, take everything in and say nothing
 */
record Row(String name, Server server, Membership membership, Settings settings, int mute) {

    /** What serves the clients. */
    enum Server {
        /** A Netty handler that answers every frame with itself: MAC checked, MAC made. */
        ECHO,
        /**
         * The key-value store in a node of its own, over the transport of all nodes. Where there are
         * several, clients want the answers of all, and none knows of the others.
         */
        UNREPLICATED,
        ZYZZYVA,
        /**
         * A primary of Zyzzyva that has as much to do as it can: its backups only {@link Nodding nod},
         * its clients are {@link Trusting}, so that the machine is free for it.
         */
        HARD_DRIVEN
    }

    /** Which of a row's nodes share a process. */
    enum Role {
        PRIMARY,
        BACKUPS,
        CLIENTS
    }

    private static final Seed SEED = new Seed(7);

    private static final int DEARER = 8;

    Seed seed() {
        return SEED;
    }

    /** MACs are HMAC-SHA-256 and signatures Ed25519, as in a deployment. */
    Keys keys() {
        return Scheme.ED25519.keys(SEED.named("keys"), membership.nodes());
    }

    boolean replicated() {
        return server == Server.ZYZZYVA || server == Server.HARD_DRIVEN;
    }

    List<NodeId> nodes(Role role) {
        return switch (role) {
            case PRIMARY -> List.of(NodeId.replica(0));
            case BACKUPS -> membership.replicaIds().subList(1, membership.replicas());
            case CLIENTS -> membership.clientIds();
        };
    }

    /** How many operations are enough, where this many are for MACs: signatures take all the time. */
    int operations(int withMacs) {
        boolean signs = settings.text("auth", "SIGN").equals("SIGN") || mute > 0;
        return replicated() && signs ? Math.max(1, withMacs / DEARER) : withMacs;
    }

    int checkpointInterval() {
        return settings.integer("checkpointInterval", 128);
    }

    boolean isMute(NodeId node) {
        return node.isReplica() && node.index() >= membership.replicas() - mute;
    }
}
