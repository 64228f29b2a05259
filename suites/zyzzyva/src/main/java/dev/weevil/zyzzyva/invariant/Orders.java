package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Body;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every order and every request that anybody showed on the wire, true or false. */
final class Orders {

    /** A number and the digest of the history that is said to end there. */
    record End(long number, Digest history) {}

    private final MessageFormat format;
    private final Set<ZyzzyvaMessage> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TreeMap<Long, List<OrderedItem>> items = new TreeMap<>();
    private final Set<End> ends = new HashSet<>();
    private final Map<Request, Digest> digests = new HashMap<>();
    private final Map<Digest, Request> requests = new HashMap<>();

    private Orders(MessageFormat format) {
        this.format = format;
    }

    static Orders of(Wire wire, MessageFormat format) {
        Orders orders = new Orders(format);
        wire.sent().forEach(passage -> orders.read(passage.message()));
        wire.arrived().forEach(passage -> orders.read(passage.message()));
        return orders;
    }

    /** What was shown at each number, each order once. */
    SortedMap<Long, List<OrderedItem>> items() {
        return items;
    }

    /** Histories of which only the end was shown. */
    Set<End> ends() {
        return ends;
    }

    /** The request with this digest. */
    Optional<Request> request(Digest digest) {
        return Optional.ofNullable(requests.get(digest));
    }

    /** d of a request that was shown. */
    Digest digest(Request request) {
        return digests.computeIfAbsent(request, r -> Digest.of(format.covered(r, "seal")));
    }

    private void read(ZyzzyvaMessage message) {
        if (!read.add(message)) {
            return;
        }
        if (message instanceof Request m) take(m);
        else if (message instanceof ConfirmRequest m) take(m.request());
        else if (message instanceof Body m) take(m.request());
        else if (message instanceof OrderRequest m) take(m);
        else if (message instanceof OrderLog m) m.orders().forEach(this::take);
        else if (message instanceof SpeculativeResponse m) m.order().ifPresent(this::take);
        else if (message instanceof ProofOfMisbehavior m) both(m);
        else if (message instanceof Checkpoint m) end(m.sequence(), m.history());
        else if (message instanceof ViewChange m) take(m);
        else if (message instanceof NewView m) take(m);
        else if (message instanceof ViewConfirm m) end(m.sequence(), m.history());
    }

    private void take(Request request) {
        requests.putIfAbsent(digest(request), request);
    }

    private void take(OrderRequest order) {
        for (int i = 0; i < order.items().size(); i++) {
            take(order.first() + i, order.items().get(i));
        }
    }

    private void both(ProofOfMisbehavior proof) {
        take(proof.first());
        take(proof.second());
    }

    private void take(ViewChange change) {
        end(change.stable(), change.stableHistory());
        for (int i = 0; i < change.log().size(); i++) {
            take(change.stable() + 1 + i, change.log().get(i).item());
        }
    }

    private void take(NewView proposal) {
        proposal.changes().forEach(this::take);
        end(proposal.last(), proposal.history());
    }

    private void end(long number, Digest history) {
        if (number > 0) {
            ends.add(new End(number, history));
        }
    }

    void take(long number, OrderedItem item) {
        item.body().ifPresent(this::take);
        List<OrderedItem> there = items.computeIfAbsent(number, n -> new ArrayList<>());
        if (there.stream().noneMatch(item::sameOrder)) {
            there.add(item);
        }
    }
}
