package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether CHECKPOINT messages prove a stable checkpoint (G4). */
public final class CheckpointProof {

    private final Rules rules;
    private final Quorums quorums;
    private final Seals seals;

    public CheckpointProof(Rules rules, Quorums quorums, Seals seals) {
        this.rules = rules;
        this.quorums = quorums;
        this.seals = seals;
    }

    /**
     * K signed messages of as many replicas that agree, of which f+1 have the state; under safe rules all
     * of one view (S5).
     */
    public boolean valid(long sequence, List<Checkpoint> proof) {
        Optional<Checkpoint> stated =
                proof.stream().filter(one -> quorums.executes(one.replica())).findFirst();
        if (proof.size() != rules.checkpointQuorum(quorums)
                || stated.isEmpty()
                || stated.get().sequence() != sequence
                || executing(proof) < quorums.weak()) {
            return false;
        }
        Set<NodeId> replicas = new HashSet<>();
        for (Checkpoint checkpoint : proof) {
            if (!agree(stated.get(), checkpoint)
                    || !replicas.add(checkpoint.replica())
                    || !signed(checkpoint)) {
                return false;
            }
        }
        return true;
    }

    /** D, which those of a valid proof state that have the state. */
    public Digest state(List<Checkpoint> proof) {
        return proof.stream()
                .filter(one -> quorums.executes(one.replica()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /**
     * K messages that prove the first of these which has enough company; seals are not looked at.
     *
     * @param messages of distinct replicas, of one number
     */
    public Optional<List<Checkpoint>> quorum(Collection<Checkpoint> messages) {
        for (Checkpoint stated : messages) {
            if (!quorums.executes(stated.replica())) {
                continue;
            }
            // Those with the state come first: f+1 of them must be among the K.
            List<Checkpoint> agreeing = messages.stream()
                    .filter(one -> agree(stated, one))
                    .sorted(Comparator.comparing(one -> !quorums.executes(one.replica())))
                    .limit(rules.checkpointQuorum(quorums))
                    .toList();
            if (agreeing.size() == rules.checkpointQuorum(quorums)
                    && executing(agreeing) >= quorums.weak()) {
                return Optional.of(agreeing);
            }
        }
        return Optional.empty();
    }

    private long executing(List<Checkpoint> messages) {
        return messages.stream().filter(one -> quorums.executes(one.replica())).count();
    }

    /** Witnesses sign the history alone; what they say of the state must be nothing (12.2). */
    private boolean agree(Checkpoint stated, Checkpoint other) {
        Digest expected = quorums.executes(other.replica()) ? stated.state() : Digest.ZERO;
        return other.sequence() == stated.sequence()
                && other.history().equals(stated.history())
                && other.state().equals(expected)
                && (other.view() == stated.view() || !rules.checkpointsOfOneView());
    }

    /** Whether the replica it names signed it. */
    public boolean signed(Checkpoint checkpoint) {
        return quorums.isReplica(checkpoint.replica())
                && seals.signs(checkpoint.replica(), checkpoint, checkpoint.seal());
    }
}
