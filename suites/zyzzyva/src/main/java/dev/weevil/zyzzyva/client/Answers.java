package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.settings.Quorums;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The valid answers to one request: the first response of each replica in each view, and each
 * replica's newest LOCAL-COMMIT. Views are never mixed (11.4, point 6).
 */
final class Answers {

    /** Responses of views further from the first one seen than this are not kept. */
    private static final int MOST_VIEWS = 64;

    private final Quorums quorums;
    private final TreeMap<Long, Map<NodeId, SpeculativeResponse>> responses = new TreeMap<>();
    private final Map<NodeId, LocalCommit> commits = new TreeMap<>();

    Answers(Quorums quorums) {
        this.quorums = quorums;
    }

    /**
     * Keeps a response, unless the replica has given one in this view. A signed statement replaces the
     * same statement unsigned, and so does one with the result.
     *
     * @return the earlier response, if it was another one
     */
    Optional<SpeculativeResponse> add(SpeculativeResponse response) {
        if (!responses.containsKey(response.view()) && responses.size() >= MOST_VIEWS) {
            return Optional.empty();
        }
        Map<NodeId, SpeculativeResponse> ofView =
                responses.computeIfAbsent(response.view(), view -> new TreeMap<>());
        NodeId replica = response.statement().replica();
        SpeculativeResponse before = ofView.putIfAbsent(replica, response);
        if (before == null) {
            return Optional.empty();
        }
        if (!before.core().equals(response.core())) {
            return Optional.of(before);
        }
        ofView.put(replica, merged(before, response));
        return Optional.empty();
    }

    private static SpeculativeResponse merged(SpeculativeResponse old, SpeculativeResponse next) {
        boolean nextSigned = next.statement().seal() instanceof Seal.Signature;
        Statement statement = nextSigned ? next.statement() : old.statement();
        Optional<Payload> result = next.result().isPresent() ? next.result() : old.result();
        return new SpeculativeResponse(
                statement, result, next.order(), next.maxCommitted(), next.seal());
    }

    void add(LocalCommit message) {
        LocalCommit before = commits.get(message.replica());
        if (before == null || before.view() <= message.view()) {
            commits.put(message.replica(), message);
        }
    }

    /** The responses of a view that say the same as most do; of witnesses only the order counts. */
    List<SpeculativeResponse> best(long view) {
        Collection<SpeculativeResponse> all = inView(view);
        List<SpeculativeResponse> best = List.of();
        for (SpeculativeResponse one : all) {
            int count = 0;
            for (SpeculativeResponse other : all) {
                count += matches(one, other) ? 1 : 0;
            }
            if (count > best.size()) {
                best = all.stream().filter(o -> matches(one, o)).toList();
            }
            if (2 * best.size() > all.size()) {
                break;
            }
        }
        return best;
    }

    /** With witnesses, results are compared on their own (12.2). */
    private boolean matches(SpeculativeResponse one, SpeculativeResponse other) {
        return quorums.witnesses() == 0
                ? one.core().equals(other.core())
                : one.core().sameOrder(other.core());
    }

    /** Among matching responses that agree on the order: the one whose result f+1 state, if any. */
    Optional<SpeculativeResponse> believed(List<SpeculativeResponse> matching) {
        for (SpeculativeResponse one : matching) {
            long alike = matching.stream()
                    .filter(other -> other.core().equals(one.core()))
                    .count();
            if (one.result().isPresent() && alike >= quorums.weak()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** How many of these are of replicas that have committed what they state (C8). */
    static long committed(List<SpeculativeResponse> matching) {
        return matching.stream()
                .filter(response -> response.maxCommitted() >= response.sequence())
                .count();
    }

    Collection<SpeculativeResponse> inView(long view) {
        Map<NodeId, SpeculativeResponse> ofView = responses.get(view);
        return ofView == null ? List.of() : ofView.values();
    }

    /** How many replicas have answered, in whatever view. */
    int replicas() {
        Set<NodeId> replicas = new HashSet<>();
        responses.values().forEach(ofView -> replicas.addAll(ofView.keySet()));
        return replicas.size();
    }

    /** The views with responses, newest first. */
    List<Long> views() {
        return List.copyOf(responses.descendingKeySet());
    }

    /** Other orders of this view than this one, each once, to hold it against. */
    List<OrderRequest> otherOrders(OrderRequest order) {
        List<OrderRequest> others = new ArrayList<>();
        for (SpeculativeResponse response : inView(order.view())) {
            Optional<OrderRequest> seen = response.order();
            if (seen.isPresent()
                    && seen.get().view() == order.view()
                    && !seen.get().equals(order)
                    && !others.contains(seen.get())) {
                others.add(seen.get());
            }
        }
        return others;
    }

    /** 2f+1 of these as a certificate, if as many are signed (C4). */
    Optional<CommitCertificate> certificate(List<SpeculativeResponse> matching) {
        List<Statement> signed = new ArrayList<>();
        for (SpeculativeResponse response : matching) {
            boolean hasSignature = response.statement().seal() instanceof Seal.Signature;
            if (hasSignature && signed.size() < quorums.strong()) {
                signed.add(response.statement());
            }
        }
        if (signed.size() < quorums.strong()) {
            return Optional.empty();
        }
        ResponseCore core = matching.get(0).core();
        return Optional.of(
                new CommitCertificate(core.view(), core.sequence(), core.history(), signed));
    }

    /** A LOCAL-COMMIT that 2f+1 replicas have sent alike (C6). */
    Optional<LocalCommit> committed() {
        for (LocalCommit one : commits.values()) {
            int count = 0;
            for (LocalCommit other : commits.values()) {
                count += same(one, other) ? 1 : 0;
            }
            if (count >= quorums.strong()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean same(LocalCommit one, LocalCommit other) {
        return one.view() == other.view()
                && one.sequence() == other.sequence()
                && one.history().equals(other.history());
    }

    /** The result that f+1 replicas state in the view of the commit, if one has sent it (C6). */
    Optional<Payload> result(LocalCommit committed) {
        Collection<SpeculativeResponse> all = inView(committed.view());
        for (SpeculativeResponse one : all) {
            if (one.result().isPresent()
                    && at(one.core(), committed)
                    && stated(all, committed, one.core().reply()) >= quorums.weak()) {
                return one.result();
            }
        }
        return Optional.empty();
    }

    private static long stated(
            Collection<SpeculativeResponse> all, LocalCommit committed, Digest reply) {
        return all.stream()
                .filter(o -> at(o.core(), committed) && o.core().reply().equals(reply))
                .count();
    }

    private static boolean at(ResponseCore core, LocalCommit committed) {
        return core.sequence() == committed.sequence()
                && core.history().equals(committed.history());
    }
}
