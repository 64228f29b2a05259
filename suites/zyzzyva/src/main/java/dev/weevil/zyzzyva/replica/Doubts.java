package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Doubt;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.settings.Timeouts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Clients whose authenticators verify at some replicas and not at others (15.1). In MAC mode only: a
 * signature is good or bad for everybody.
 *
 * <p>A replica that cannot verify a request in an order asks the others to vouch for it (A2), and the
 * primary that hears of f+1 such replicas knows that its client sent a bad vector, for it relayed what
 * it got. Suspicion costs a client no more than a signature, grows with each offence, and ends: one
 * that a faulty primary or the network has put there is served all the same.
 */
final class Doubts {

    private final Core core;

    /** The last number that this replica doubted in each client's name. */
    private final Map<NodeId, Long> raised = new HashMap<>();

    /** Which replicas doubt a client, since it was last suspected. */
    private final Map<NodeId, Set<NodeId>> doubters = new HashMap<>();

    private final Map<NodeId, Suspicion> suspicions = new HashMap<>();

    private record Suspicion(long untilNanos, int times) {}

    Doubts(Core core) {
        this.core = core;
    }

    private boolean on() {
        return core.settings.defences().on() && !core.seals.signing();
    }

    /** Says once of each number that its request does not prove itself here. */
    void raise(long number, OrderRequest order, Request request) {
        if (!on() || request.seal() instanceof Seal.Signature) {
            return; // a bad signature is the primary's fault: a correct one would have refused it
        }
        core.vouching.heard(core.primary(), order);
        Long before = raised.put(request.client(), number);
        if (before != null && before == number) {
            return;
        }
        suspect(request.client());
        Doubt unsealed = new Doubt(
                core.views.target(), number, order.item(number).request(), core.self, Seal.NONE);
        core.out.sendOthers(unsealed.withSeal(core.seals.seal(unsealed, core.out.others())));
    }

    void onDoubt(NodeId sender, Doubt message) {
        NodeId replica = message.replica();
        if (!on()
                || !core.views.worksIn(message.view())
                || !core.quorums.isReplica(replica)
                || replica.equals(core.self)) {
            core.out.refuse(sender, message, "not from a replica in view " + core.views.target());
            return;
        }
        if (!core.seals.proves(replica, message, message.seal())) {
            core.unproven(sender, message, "not proven to be from " + replica);
            return;
        }
        boolean here = core.history.holds(message.sequence())
                && core.history
                        .entry(message.sequence())
                        .item()
                        .request()
                        .equals(message.request());
        if (!here) {
            return; // it will ask again, with FILL-HOLE
        }
        if (core.isPrimary()) {
            count(replica, core.history.entry(message.sequence()));
        } else {
            core.holes.sendOrders(replica, message.sequence(), message.sequence());
        }
    }

    /** f+1 replicas cannot all lie, and what they doubt is just what the client sent. */
    private void count(NodeId replica, Entry entry) {
        entry.item()
                .body()
                .filter(body -> !(body.seal() instanceof Seal.Signature))
                .ifPresent(body -> {
                    Set<NodeId> ofClient =
                            doubters.computeIfAbsent(body.client(), client -> new HashSet<>());
                    ofClient.add(replica);
                    if (ofClient.size() >= core.quorums.weak()) {
                        doubters.remove(body.client());
                        suspect(body.client());
                    }
                });
    }

    private void suspect(NodeId client) {
        Suspicion before = suspicions.getOrDefault(client, new Suspicion(0, 0));
        if (core.nanos < before.untilNanos()) {
            return;
        }
        long length = Timeouts.doubled(core.settings.timeouts().request(), before.times())
                .toNanos();
        suspicions.put(client, new Suspicion(core.nanos + length, before.times() + 1));
        core.out.observe(Fact.of(
                Facts.SUSPECTED,
                core.views.target(),
                core.history.last(),
                client + " must sign for " + length / 1_000_000 + " ms"));
    }

    /** Whether a request's seal is not enough, though it verifies here. */
    boolean insufficient(Request request) {
        return on()
                && !(request.seal() instanceof Seal.Signature)
                && suspicions.containsKey(request.client())
                && core.nanos < suspicions.get(request.client()).untilNanos();
    }

    /** Whether others would believe a request that this replica believes. */
    boolean transferable(Request request) {
        return !on() || request.seal() instanceof Seal.Signature;
    }

    int held() {
        int voices = doubters.values().stream().mapToInt(Set::size).sum();
        return raised.size() + voices + suspicions.size();
    }

    /** Numbers of another view mean other requests. */
    void forgetNumbers() {
        raised.clear();
        doubters.clear();
    }
}
