package dev.weevil.engine.trace;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.NodeId;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run was, before anything happened in it.
 *
 * @param mode {@code simulated} or {@code live}
 * @param attack the adversary in words, a sentence per rule
 * @param rules the names of its rules
 */
public record TraceHeader(
        String system,
        String scenario,
        String mode,
        long seed,
        Membership membership,
        Set<NodeId> corrupted,
        Settings settings,
        List<String> attack,
        List<String> rules) {

    /** Of the trace's format. */
    public static final int VERSION = 1;

    public TraceHeader {
        corrupted = Collections.unmodifiableSet(new TreeSet<>(corrupted));
        attack = List.copyOf(attack);
        rules = List.copyOf(rules);
    }
}
