package dev.weevil.adversaries.process;

import dev.weevil.adversaries.script.When;
import dev.weevil.adversaries.script.Wording;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What happens to one process, step by step, from a moment on; at the start of the run unless
 * {@link #when} says otherwise.
 */
public final class ProcessFault implements Attack {

    /** One disturbance, so long after the one before. */
    record Step(Duration after, Disturbance disturbance, String words) {}

    private final String name;
    private final NodeId target;
    private final boolean charged;
    private final When start;
    private final List<Step> steps;

    private ProcessFault(
            String name, NodeId target, boolean charged, When start, List<Step> steps) {
        this.name = name;
        this.target = target;
        this.charged = charged;
        this.start = Objects.requireNonNull(start, "start");
        this.steps = List.copyOf(steps);
    }

    static ProcessFault of(String kind, NodeId target, Disturbance first, String words) {
        Step step = new Step(Duration.ZERO, first, words);
        return new ProcessFault(
                kind + "-" + target, target, false, When.after(Duration.ZERO), List.of(step));
    }

    /** The fault counts against f: the process never is what it was. */
    ProcessFault charged(boolean counts) {
        return new ProcessFault(name, target, counts, start, steps);
    }

    ProcessFault andThen(Duration after, Disturbance next, String words) {
        if (after.isNegative()) {
            throw new IllegalArgumentException(name + ": expected a time >= 0, found " + after);
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(after, next, words));
        return new ProcessFault(name, target, charged, start, more);
    }

    /** The moment of the first step. */
    public ProcessFault when(When moment) {
        return new ProcessFault(name, target, charged, moment, steps);
    }

    /**
     * The same fault under another name: a second one of its kind to the same process needs one.
     */
    public ProcessFault named(String other) {
        return new ProcessFault(other, target, charged, start, steps);
    }

    NodeId target() {
        return target;
    }

    /** The target, if it counts against f. */
    @Override
    public Set<NodeId> corrupted() {
        return charged ? Set.of(target) : Set.of();
    }

    @Override
    public List<String> rules() {
        return List.of(name);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return start.touches(from, to);
    }

    @Override
    public Adversary begin(Powers powers) {
        return new Course(name, start, steps);
    }

    @Override
    public List<String> describe() {
        StringBuilder sentence = new StringBuilder(name).append(": ").append(start.inWords());
        for (Step step : steps) {
            sentence.append(
                            step.after().isZero()
                                    ? " "
                                    : ", " + Wording.of(step.after()) + " later ")
                    .append(step.words());
        }
        return List.of(sentence.toString());
    }

    @Override
    public String toString() {
        return describe().get(0);
    }
}
