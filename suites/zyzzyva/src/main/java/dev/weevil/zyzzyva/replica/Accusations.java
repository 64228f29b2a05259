package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.IHateThePrimary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accusing the primary (9.1). An accusation is only a hint: the accuser goes on working in the view
 * (V2), and leaves it when f+1 accuse.
 */
final class Accusations {

    /** Nothing is kept for views further ahead than this (5.1). */
    static final int MOST_VIEWS = 64;

    private final Core core;
    private final TreeMap<Long, Map<NodeId, IHateThePrimary>> accusers = new TreeMap<>();
    private Optional<IHateThePrimary> own = Optional.empty();

    Accusations(Core core) {
        this.core = core;
    }

    /** V1: once per view; repeated with every STATUS. */
    void accuse(String why) {
        long view = core.views.target();
        if (own.isPresent() && own.get().view() >= view) {
            return;
        }
        IHateThePrimary unsealed = new IHateThePrimary(view, core.self, Seal.NONE);
        IHateThePrimary accusation = unsealed.withSeal(core.seals.signature(unsealed));
        own = Optional.of(accusation);
        core.out.observe(
                Fact.of(Fact.ACCUSED, view, core.history.last(), core.primary() + ": " + why));
        core.out.sendOthers(accusation);
        add(accusation);
    }

    void onAccusation(NodeId sender, IHateThePrimary message) {
        long target = core.views.target();
        if (message.view() < target) {
            return; // late, and of no use
        }
        if (message.view() > target + MOST_VIEWS || !core.quorums.isReplica(message.replica())) {
            core.out.refuse(sender, message, "not of views " + target + " and soon after");
            return;
        }
        boolean known =
                accusers.getOrDefault(message.view(), Map.of()).containsKey(message.replica());
        if (known) {
            return;
        }
        if (!core.seals.signs(message.replica(), message, message.seal())) {
            core.unproven(sender, message, "not signed by " + message.replica());
            return;
        }
        add(message);
    }

    /** V3: f+1 accusers are one correct accuser at least. */
    private void add(IHateThePrimary accusation) {
        Map<NodeId, IHateThePrimary> ofView =
                accusers.computeIfAbsent(accusation.view(), view -> new TreeMap<>());
        ofView.put(accusation.replica(), accusation);
        if (ofView.size() >= core.quorums.weak() && accusation.view() >= core.views.target()) {
            List<IHateThePrimary> enough =
                    ofView.values().stream().limit(core.quorums.weak()).toList();
            core.viewChanges.leaveFor(accusation.view() + 1, enough);
        }
    }

    /** What is to be repeated while the view lasts. */
    Optional<IHateThePrimary> ofTarget() {
        return own.filter(accusation -> accusation.view() == core.views.target());
    }

    /** How many things are kept here (I14). */
    int held() {
        return accusers.values().stream().mapToInt(Map::size).sum();
    }

    /** Accusations of views that are over are forgotten. */
    void forgetBelow(long view) {
        accusers.headMap(view).clear();
    }
}
