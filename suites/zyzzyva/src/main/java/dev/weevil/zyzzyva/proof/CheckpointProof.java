package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.HashSet;
import java.util.List;
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

    /** K signed messages of as many replicas that agree; under safe rules all of one view (S5). */
    public boolean valid(long sequence, List<Checkpoint> proof) {
        if (proof.size() != rules.checkpointQuorum(quorums)) {
            return false;
        }
        Checkpoint first = proof.get(0);
        Set<NodeId> replicas = new HashSet<>();
        for (Checkpoint checkpoint : proof) {
            boolean agrees = checkpoint.sequence() == sequence
                    && checkpoint.sameState(first)
                    && (checkpoint.view() == first.view() || !rules.checkpointsOfOneView());
            if (!agrees || !replicas.add(checkpoint.replica()) || !signed(checkpoint)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the replica it names signed it. */
    public boolean signed(Checkpoint checkpoint) {
        return quorums.isReplica(checkpoint.replica())
                && seals.signs(checkpoint.replica(), checkpoint, checkpoint.seal());
    }
}
