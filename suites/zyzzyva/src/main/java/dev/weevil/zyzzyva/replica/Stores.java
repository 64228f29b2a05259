package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.zyzzyva.service.KeyValueStore;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

/**
 * How much a replica keeps beside its history, and the most that may ever be: whatever anybody sends,
 * memory is bounded (5.1, I14).
 */
public final class Stores {

    private Stores() {}

    /**
     * The most things a replica may keep: one per replica and key, keys within the window or so many
     * views, one request per client.
     */
    public static long most(ZyzzyvaSettings settings) {
        long replicas = settings.quorums().all();
        long views = Accusations.MOST_VIEWS + 2;
        long ofViews = (2 * views + 1) * replicas;
        long window = settings.sizes().window();
        // Checkpoint numbers in the window: two, and one far one for each replica.
        long ofCheckpoints = 2 + (2 + 2 + 1) * replicas;
        long ofOrders = 2 * window + Vouching.MOST_ORDERS;
        long ofVotes = window * replicas; // 12.8, M6
        long ofClients = 6L * settings.clients();
        long ofNames = replicas + settings.clients() + 1 + (2 + replicas) * settings.clients();
        return ofViews
                + ofCheckpoints
                + ofOrders
                + ofVotes
                + ofClients
                + ofNames
                + 2 * (KeyValueStore.PAGES + 1);
    }

    /** What is kept now: all together as the sequence, and what it is in the detail. */
    static Fact held(Core core) {
        int orders = core.acceptance.held() + core.ordering.held() + core.vouching.held();
        int requests = core.requests.held() + core.disputes.held() + core.commitment.held();
        int names = core.shares.held() + core.doubts.held();
        int checkpoints = core.checkpoints.held() + core.votes.held() + core.transfer.held();
        int views = core.accusations.held() + core.viewChanges.held() + core.newViews.held();
        return new Fact(
                Facts.STORES,
                core.views.target(),
                (long) orders + requests + names + checkpoints + views,
                Digest.ZERO,
                "orders " + orders + ", requests " + requests + ", names " + names
                        + ", checkpoints " + checkpoints + ", views " + views);
    }
}
