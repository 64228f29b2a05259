package dev.weevil.engine.run;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.NodeId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The powers a plan gives to its adversary. Numbers the run's envelopes as well; for one thread. */
public final class PlannedPowers implements Powers {

    private final Plan plan;
    private final Keys keys;
    private final Seed seed;
    private final Set<NodeId> corrupted;
    private final Map<NodeId, Keyring> keyrings = new HashMap<>();
    private final Map<String, Seed> seeds = new HashMap<>();
    private long envelopes;

    public PlannedPowers(Plan plan, Keys keys) {
        this.plan = plan;
        this.keys = keys;
        this.seed = plan.seed().named("adversary");
        this.corrupted = plan.attack().corrupted();
    }

    @Override
    public List<NodeId> replicas() {
        return plan.membership().replicaIds();
    }

    @Override
    public List<NodeId> clients() {
        return plan.membership().clientIds();
    }

    @Override
    public Set<NodeId> corrupted() {
        return corrupted;
    }

    @Override
    public Keyring keysOf(NodeId node) {
        if (!corrupted.contains(node)) {
            throw new IllegalArgumentException("the adversary asked for the keys of " + node
                    + ", but it corrupted only " + corrupted);
        }
        return keyrings.computeIfAbsent(node, keys::of);
    }

    @Override
    public Seed seed(String rule) {
        return seeds.computeIfAbsent(rule, seed::named);
    }

    /** From 1 on; 0 stands for no envelope. */
    @Override
    public long nextEnvelope() {
        return ++envelopes;
    }
}
