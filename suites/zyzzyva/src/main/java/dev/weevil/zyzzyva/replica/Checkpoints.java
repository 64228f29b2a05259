package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.proof.CheckpointProof;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Making checkpoints stable, and collecting what lies below (8.1 to 8.3, G1 to G6). */
final class Checkpoints {

    private final Core core;
    private final CheckpointProof check;

    /** Own states at checkpoint numbers above the stable one: tentative, and poison if rolled back. */
    private final TreeMap<Long, Savepoint> tentative = new TreeMap<>();

    /** The newest CHECKPOINT of each replica for each number. */
    private final TreeMap<Long, Map<NodeId, Checkpoint>> messages = new TreeMap<>();

    /** The state at the stable checkpoint; the beginning's is made when somebody asks. */
    private Optional<Savepoint> stable = Optional.empty();

    private List<Checkpoint> proof = List.of();

    Checkpoints(Core core) {
        this.core = core;
        this.check = new CheckpointProof(core.settings.rules(), core.quorums, core.seals);
    }

    Savepoint stable() {
        return stable.orElseGet(() -> new Application(
                        core.role, new KeyValueStore(), new ClientTable(core.settings.clients()))
                .save(0, Digest.ZERO));
    }

    /** C: what proves the stable checkpoint. */
    List<Checkpoint> proof() {
        return proof;
    }

    boolean isCheckpoint(long number) {
        return number > 0 && number % core.settings.sizes().checkpointInterval() == 0;
    }

    /** G1. */
    void onExecuted(long number) {
        if (isCheckpoint(number)) {
            remember(core.history.entry(number));
            core.votes.vote(number);
            announce();
            tally(number);
        }
    }

    /** Keeps the present state, if the entry just executed is a checkpoint's. */
    void remember(Entry entry) {
        if (isCheckpoint(entry.number())) {
            Savepoint savepoint =
                    core.application.save(entry.number(), entry.item().history());
            tentative.put(entry.number(), savepoint);
            if (core.role.executes()) {
                core.out.observe(
                        Facts.CHECKPOINTED,
                        core.views.target(),
                        entry.number(),
                        savepoint.digest());
            }
        }
    }

    /** G3: says of every own checkpoint that is covered in this view, but not stable, what it is. */
    void announce() {
        if (tentative.isEmpty() || !core.views.normal()) {
            return;
        }
        long view = core.views.target();
        for (Savepoint savepoint : List.copyOf(tentative.values())) {
            long number = savepoint.number();
            boolean said = messages.getOrDefault(number, Map.of()).containsKey(core.self)
                    && messages.get(number).get(core.self).view() == view;
            if (!said && core.commitment.covers(number)) {
                Checkpoint unsealed = new Checkpoint(
                        view,
                        number,
                        savepoint.history(),
                        savepoint.digest(),
                        core.self,
                        Seal.NONE);
                Checkpoint message = unsealed.withSeal(core.seals.signature(unsealed));
                core.out.sendOthers(message);
                keep(message);
                tally(number);
            }
        }
    }

    void onCheckpoint(NodeId sender, Checkpoint message) {
        long number = message.sequence();
        if (number <= core.history.stable()) {
            return; // late, and of no use
        }
        // Whoever lags must see proofs from beyond its window; one number per replica is kept
        // there.
        if (!isCheckpoint(number)
                || number > Long.MAX_VALUE / 2
                || !core.quorums.isReplica(message.replica())) {
            core.out.refuse(sender, message, "not a checkpoint of a replica");
            return;
        }
        Checkpoint known = messages.getOrDefault(number, Map.of()).get(message.replica());
        if (known != null && known.view() >= message.view()) {
            return;
        }
        if (!check.signed(message)) {
            core.unproven(sender, message, "not signed by " + message.replica());
            return;
        }
        keep(message);
        tally(number);
    }

    private void keep(Checkpoint message) {
        if (message.sequence() > core.window()) {
            forgetFarOnesOf(message.replica());
        }
        messages.computeIfAbsent(message.sequence(), number -> new TreeMap<>())
                .put(message.replica(), message);
    }

    private void forgetFarOnesOf(NodeId replica) {
        messages.tailMap(core.window(), false).values().removeIf(byReplica -> {
            byReplica.remove(replica);
            return byReplica.isEmpty();
        });
    }

    /** G4 to G6. */
    private void tally(long number) {
        Optional<List<Checkpoint>> quorum = quorum(number);
        if (quorum.isEmpty()) {
            return;
        }
        Checkpoint proven = quorum.get().get(0);
        Digest state = check.state(quorum.get());
        Savepoint own = tentative.get(number);
        if (own == null) {
            core.transfer.behind(quorum.get()); // G6
        } else if (own.history().equals(proven.history()) && fits(own, state)) {
            makeStable(own, quorum.get());
        } else {
            core.out.observe(Fact.of(
                    Facts.DIVERGED,
                    core.views.target(),
                    number,
                    "own state at " + number + " is not the proven one")); // G5
            core.transfer.begin(quorum.get());
        }
    }

    /** D as a valid proof states it. */
    Digest stateOf(List<Checkpoint> valid) {
        return check.state(valid);
    }

    /** A witness has nothing that could contradict the state. */
    private boolean fits(Savepoint own, Digest state) {
        return !core.role.executes() || own.digest().equals(state);
    }

    /** K matching messages, under safe rules all of one view. */
    private Optional<List<Checkpoint>> quorum(long number) {
        return check.quorum(messages.getOrDefault(number, Map.of()).values());
    }

    private void makeStable(Savepoint savepoint, List<Checkpoint> by) {
        core.commitment.decideUpTo(savepoint.number());
        core.history = core.history.behind(savepoint.number(), savepoint.history());
        settle(savepoint, by);
        core.ordering.orderSome(); // P3: there is room again
    }

    /** 8.2: what lies at or below the checkpoint is forgotten. The history already starts behind it. */
    void settle(Savepoint savepoint, List<Checkpoint> by) {
        stable = Optional.of(savepoint);
        proof = List.copyOf(by);
        tentative.headMap(savepoint.number(), true).clear();
        messages.headMap(savepoint.number(), true).clear();
        core.votes.forgetUpTo(savepoint.number());
        core.commitment.onStable();
        core.out.observe(new Fact(
                Fact.STABLE,
                core.views.target(),
                savepoint.number(),
                check.state(by),
                savepoint.history().brief()));
    }

    /** The latest own state at or below a number: where a rollback returns to (V12). */
    Savepoint latest(long number) {
        var entry = tentative.floorEntry(number);
        return entry == null ? stable() : entry.getValue();
    }

    /** 15.13: states above a number that was rolled back are poison. */
    void forgetAbove(long number) {
        tentative.tailMap(number, false).clear();
    }

    /** What others may still lack of unstable checkpoints: repeated with every STATUS. */
    List<Checkpoint> announced() {
        List<Checkpoint> own = new ArrayList<>();
        for (long number : tentative.keySet()) {
            Checkpoint message = messages.getOrDefault(number, Map.of()).get(core.self);
            if (message != null) {
                own.add(message);
            }
        }
        return own;
    }

    /** How many things are kept here (I14). */
    int held() {
        return tentative.size() + messages.values().stream().mapToInt(Map::size).sum();
    }

    /** F8: shows a replica that lags what is stable here. */
    void sendProof(NodeId replica) {
        proof.forEach(message -> core.out.send(replica, message));
    }
}
