package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.settings.Timeouts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests that reach a replica directly; duplicates; CONFIRM-REQ (6.5, Q1 to Q8). */
final class Requests {

    private static final String T_REQ = "T_REQ";

    /** More than a service's operation may take with its key. */
    private static final int MOST_OPERATION_BYTES = 80 * 1024;

    /**
     * A client's request that has no number yet.
     *
     * @param confirming whether its timer runs
     */
    private record Pending(Request request, Digest digest, boolean confirming) {}

    private final Core core;
    private final TreeMap<Integer, Pending> pending = new TreeMap<>();

    /** The last request of each client whose answer was signed on demand. */
    private final Map<NodeId, Long> signedAnswers = new HashMap<>();

    private int doublings;

    Requests(Core core) {
        this.core = core;
    }

    void onRequest(NodeId sender, Request request) {
        if (!affordable(request) || !authentic(sender, request)) {
            return;
        }
        if (core.reads.concern(request)) {
            core.reads.onRead(request);
        } else {
            consider(request, true);
        }
    }

    /** 15.1: one request per client is open; what was answered, or waits, is a matter of its share. */
    private boolean affordable(Request request) {
        NodeId client = request.client();
        if (core.reads.concern(request)) {
            return core.shares.take(client, Shares.Share.READ);
        }
        boolean repeated = core.application.table().knows(client)
                && (request.timestamp() <= core.application.table().timestamp(client)
                        || pending.containsKey(client.index())
                        || core.ordering.awaits(client));
        return !repeated
                || wantsSignature(request)
                || core.shares.take(client, Shares.Share.REPEATED);
    }

    /** In MAC mode a client asks once more before it commits: that is no flood (3.1). */
    private boolean wantsSignature(Request request) {
        NodeId client = request.client();
        if (!request.signed()
                || request.timestamp() != core.application.table().timestamp(client)) {
            return false;
        }
        Long before = signedAnswers.put(client, request.timestamp());
        return before == null || before != request.timestamp();
    }

    /** P1. */
    private boolean authentic(NodeId sender, Request request) {
        if (!core.application.table().knows(request.client())
                || request.timestamp() < 1
                || request.operation().length() > MOST_OPERATION_BYTES) {
            core.out.refuse(sender, request, "no such client, timestamp below 1, or too long");
            return false;
        }
        if (core.doubts.insufficient(request)) {
            core.out.refuse(sender, request, request.client() + " must sign for now");
            return false;
        }
        if (core.seals.proves(request)) {
            return true;
        }
        // Whoever relays a bad signature has not looked at it; a bad MAC may be good for others.
        if (sender.equals(request.client()) || request.seal() instanceof Seal.Signature) {
            core.unproven(sender, request, "not proven to be from " + request.client());
        } else {
            core.out.refuse(sender, request, "not proven to be from " + request.client());
        }
        return false;
    }

    /** @param mayConfirm whether it comes from the client: not in Q7's echo, where the primary knows it */
    private void consider(Request request, boolean mayConfirm) {
        long last = core.application.table().timestamp(request.client());
        if (request.timestamp() > last) {
            fresh(request, mayConfirm);
        } else if (core.views.normal()) {
            answerAgain(request);
            // What a replica relays says nothing of a client's patience.
            if (mayConfirm) {
                core.disputes.onAskedAgain(request);
            }
        }
    }

    /** Q1, Q2: the cached response, newer or equal. */
    private void answerAgain(Request request) {
        ClientRow row = core.application.table().row(request.client()).orElseThrow();
        core.responses.speculative(row, request);
        core.audience.widen(); // 12.7
        if (row.timestamp() == request.timestamp() && core.commitment.covers(row.sequence())) {
            core.responses.localCommit(row.client(), row.sequence(), row.request(), row.history());
        }
    }

    /** Q3, Q4. */
    private void fresh(Request request, boolean mayConfirm) {
        boolean again = keep(request);
        if (!core.views.normal()) {
            return;
        }
        if (core.execution.waiting(request.client(), request.timestamp()).isPresent()) {
            hasten(request.client());
            return;
        }
        if (core.isPrimary()) {
            core.ordering.onRequest(request);
            return;
        }
        core.acceptance.resume();
        boolean expectedSoon =
                request.operation().length() > core.settings.sizes().bigRequest();
        if (pending.containsKey(request.client().index()) && (again || !expectedSoon)) {
            confirm(request, mayConfirm);
        }
    }

    /** 12.8: it has its number, but votes to commit it are missing; whoever is to blame has T_REQ. */
    private void hasten(NodeId client) {
        core.votes.askForExecution();
        Pending waiting = pending.get(client.index());
        if (!core.isPrimary()
                && !waiting.confirming()
                && core.doubts.transferable(waiting.request())) {
            startTimer(waiting);
        }
    }

    /** Remembers the newest request of each client; says whether it was known before. */
    private boolean keep(Request request) {
        int client = request.client().index();
        Pending old = pending.get(client);
        if (old != null && old.request().timestamp() >= request.timestamp()) {
            upgrade(old, request);
            return true;
        }
        pending.put(client, new Pending(request, core.seals.digest(request), false));
        if (old != null && old.confirming()) {
            core.out.stop(new Timer(T_REQ, client));
        }
        return false;
    }

    /** The same request signed convinces those whom its MACs do not. */
    private void upgrade(Pending old, Request request) {
        boolean same = old.request().timestamp() == request.timestamp()
                && old.digest().equals(core.seals.digest(request));
        if (same && !core.doubts.transferable(old.request())) {
            pending.put(
                    request.client().index(), new Pending(request, old.digest(), old.confirming()));
        }
    }

    private void confirm(Request request, boolean mayConfirm) {
        if (mayConfirm) {
            core.out.send(core.primary(), confirmation(request));
        }
        Pending waiting = pending.get(request.client().index());
        // 15.5: a primary cannot be blamed for what perhaps proves nothing to it.
        if (!waiting.confirming() && core.doubts.transferable(waiting.request())) {
            startTimer(waiting);
        }
    }

    private void startTimer(Pending waiting) {
        int client = waiting.request().client().index();
        pending.put(client, new Pending(waiting.request(), waiting.digest(), true));
        core.out.start(new Timer(T_REQ, client), patience());
    }

    /** T_REQ, doubled for every view that came to nothing. */
    Duration patience() {
        return Timeouts.doubled(core.settings.timeouts().request(), doublings);
    }

    private ConfirmRequest confirmation(Request request) {
        ConfirmRequest unsealed =
                new ConfirmRequest(core.views.target(), request, core.self, Seal.NONE);
        return unsealed.withSeal(core.seals.seal(unsealed, core.out.others()));
    }

    void onConfirmRequest(NodeId sender, ConfirmRequest message) {
        if (!core.views.worksIn(message.view())
                || !core.quorums.isReplica(message.replica())
                || message.replica().equals(core.self)) {
            core.out.refuse(sender, message, "not from a replica in view " + core.views.target());
            return;
        }
        if (!core.seals.proves(message.replica(), message, message.seal())) {
            core.unproven(sender, message, "not proven to be from " + message.replica());
            return;
        }
        if (!core.reads.concern(message.request()) && authentic(sender, message.request())) {
            answer(message.replica(), message.request());
        }
    }

    /** Q5 at the primary, Q7 elsewhere. */
    private void answer(NodeId replica, Request request) {
        Optional<ClientRow> row = core.application.table().row(request.client());
        if (row.isPresent() && row.get().timestamp() >= request.timestamp()) {
            core.holes.sendOrders(replica, row.get().sequence(), row.get().sequence());
        }
        core.execution
                .waiting(request.client(), request.timestamp())
                .ifPresent(entry -> core.holes.sendOrders(replica, entry.number(), entry.number()));
        if (!core.isPrimary()) {
            consider(request, false);
        } else if (row.isEmpty() || row.get().timestamp() < request.timestamp()) {
            core.ordering.onRequest(request);
        }
    }

    /** A9: the request, or a newer one of its client, has its number. */
    void executed(NodeId client, long timestamp) {
        Pending waiting = pending.get(client.index());
        if (waiting != null && waiting.request().timestamp() <= timestamp) {
            pending.remove(client.index());
            if (waiting.confirming()) {
                core.out.stop(new Timer(T_REQ, client.index()));
            }
        }
        doublings = 0;
    }

    /** d, which is known of the very request that its client sent here. */
    @SuppressWarnings("ReferenceEquality")
    Digest digest(Request request) {
        Pending waiting = pending.get(request.client().index());
        return waiting != null && waiting.request().equals(request)
                ? waiting.digest()
                : core.seals.digest(request);
    }

    /** The request with this digest, if its client sent it here. */
    Optional<Request> body(NodeId client, Digest digest) {
        return Optional.ofNullable(pending.get(client.index()))
                .filter(waiting -> waiting.digest().equals(digest))
                .map(Pending::request);
    }

    /** The request with this digest, whoever's it is. */
    Optional<Request> body(Digest digest) {
        return pending.values().stream()
                .filter(waiting -> waiting.digest().equals(digest))
                .map(Pending::request)
                .findFirst();
    }

    /** Q6. */
    boolean onTimer(Timer timer) {
        if (!timer.name().equals(T_REQ)) {
            return false;
        }
        Pending waiting = pending.get(Math.toIntExact(timer.key()));
        if (waiting != null && core.views.normal() && !core.isPrimary()) {
            core.accusations.accuse("request " + waiting.request().timestamp() + " of "
                    + waiting.request().client() + " has no number in time");
            core.out.sendOthers(confirmation(waiting.request()));
            startTimer(waiting);
        }
        return true;
    }

    /** Whether any client is known to wait for a number. */
    boolean anyWaiting() {
        return !pending.isEmpty();
    }

    /** After a transfer: what the new state has seen waits no longer. */
    void forgetExecuted() {
        for (Pending waiting : List.copyOf(pending.values())) {
            NodeId client = waiting.request().client();
            if (waiting.request().timestamp() <= core.application.table().timestamp(client)) {
                executed(client, waiting.request().timestamp());
            }
        }
    }

    /** How many things are kept here (I14). */
    int held() {
        return pending.size() + signedAnswers.size();
    }

    /** V19: a new view has its own time to order what waits. */
    void onEntered() {
        doublings++;
        for (Pending waiting : List.copyOf(pending.values())) {
            if (!core.doubts.transferable(waiting.request())) {
                pending.remove(waiting.request().client().index()); // it will come again, signed
            } else if (core.isPrimary()) {
                core.ordering.onRequest(waiting.request());
            } else {
                core.out.send(core.primary(), confirmation(waiting.request()));
                startTimer(waiting);
            }
        }
    }
}
