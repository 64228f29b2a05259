package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of this replica's time each node may take per period, so that nobody's flood starves the
 * others (15.1). What exceeds a share is dropped before any seal is checked: that is what costs.
 *
 * <p>A name on a link is not proven. So a share is only ever refused for the rest of one period, and
 * work for a correct node that others speak for is delayed, never refused for good.
 */
final class Shares {

    /** What can be taken too much of. */
    enum Share {
        /** Messages whose seal does not prove what it should. */
        UNPROVEN,
        /** Requests of a client that were answered before, or of which one waits already. */
        REPEATED,
        /** Reads, which no number limits. */
        READ,
        /** What replicas ask of each other out of turn. */
        ASKED
    }

    private static final int MOST_UNPROVEN = 32;
    private static final int MOST_REPEATED = 16;
    private static final int MOST_READ = 1024;

    /** Beside two for every client: each may have a request that a replica asks for. */
    private static final int MOST_ASKED = 64;

    private final Core core;
    private final long periodNanos;

    /** Bounded: names outside the cluster share one account. */
    private final Map<NodeId, Account> accounts = new HashMap<>();

    private static final class Account {
        private long sinceNanos;
        private final Map<Share, Integer> taken = new EnumMap<>(Share.class);
    }

    Shares(Core core) {
        this.core = core;
        this.periodNanos = core.settings.timeouts().fill().toNanos();
    }

    private boolean on() {
        return core.settings.defences().on();
    }

    /** Takes one of a share; false if there is none left in this period. */
    boolean take(NodeId who, Share share) {
        if (!on()) {
            return true;
        }
        int taken = account(who).taken.merge(share, 1, Integer::sum);
        if (taken == most(share) + 1) {
            core.out.observe(Fact.of(
                    Facts.LIMITED,
                    core.views.target(),
                    core.history.last(),
                    who + ": more than " + most(share) + " " + share + " in "
                            + core.settings.timeouts().fill().toMillis() + " ms"));
        }
        return taken <= most(share);
    }

    /** Whether too many of this name's seals were bad for the next one to be looked at. */
    boolean distrusts(NodeId who) {
        return on() && account(who).taken.getOrDefault(Share.UNPROVEN, 0) > most(Share.UNPROVEN);
    }

    int held() {
        return accounts.size();
    }

    private int most(Share share) {
        return switch (share) {
            case UNPROVEN -> MOST_UNPROVEN;
            case REPEATED -> MOST_REPEATED;
            case READ -> MOST_READ;
            case ASKED -> MOST_ASKED + 2 * core.settings.clients();
        };
    }

    private Account account(NodeId who) {
        boolean member = core.quorums.isReplica(who) || core.application.table().knows(who);
        Account account = accounts.computeIfAbsent(member ? who : core.self, name -> new Account());
        if (core.nanos - account.sinceNanos >= periodNanos) {
            account.sinceNanos = core.nanos;
            account.taken.clear();
        }
        return account;
    }
}
