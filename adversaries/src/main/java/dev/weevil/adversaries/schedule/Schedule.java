package dev.weevil.adversaries.schedule;

import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An attack in steps, each of which begins when something happens:
 *
 * <pre>{@code
 * Play toR1 = withhold(Messages.of(Order.class).and(Link.of(R0, R1)));
 * Schedule.named("late-order")
 *         .corrupting(R0)
 *         .first("r0 orders behind r1's back", toR1)
 *         .when(When.sent(Messages.of(Accusation.class)), "r0 mends its ways", end(toR1));
 * }</pre>
 *
 * <p>The observation that begins a step is treated by that step already. A step whose moment never
 * comes keeps the schedule where it is, unless it has {@link #atTheLatest} a time. What a step does to
 * an envelope is told in traces and reports under the step's own name: {@code late-order.2}.
 *
 * <p>Immutable: every method returns another schedule.
 */
public final class Schedule implements Attack {

    private final String name;
    private final Set<NodeId> corrupted;
    private final List<Note<?>> notes;
    private final List<Step> steps;

    private Schedule(String name, Set<NodeId> corrupted, List<Note<?>> notes, List<Step> steps) {
        this.name = name;
        this.corrupted = Collections.unmodifiableSet(new TreeSet<>(corrupted));
        this.notes = List.copyOf(notes);
        this.steps = List.copyOf(steps);
    }

    /**
     * A schedule without steps.
     *
     * @param name of letters, digits and dashes, unique in its attack
     */
    public static Schedule named(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "expected a schedule's name of letters, digits and dashes, found '" + name
                            + "'");
        }
        return new Schedule(name, Set.of(), List.of(), List.of());
    }

    /** It owns these nodes: they may lie and say what their code does not. */
    public Schedule corrupting(NodeId... nodes) {
        Set<NodeId> all = new TreeSet<>(corrupted);
        all.addAll(Arrays.asList(nodes));
        return new Schedule(name, all, notes, steps);
    }

    /** It remembers these, from the beginning of the run on. */
    public Schedule noting(Note<?>... more) {
        List<Note<?>> all = new ArrayList<>(notes);
        all.addAll(Arrays.asList(more));
        return new Schedule(name, corrupted, all, steps);
    }

    /** The step in force from the beginning. */
    public Schedule first(String words, Play... plays) {
        return plus(new Step(words, When.after(Duration.ZERO), Optional.empty(), List.of(plays)));
    }

    /**
     * The step that begins at this moment, watched for from the beginning of the step before.
     *
     * @param words what happens in it, in a sentence
     */
    public Schedule when(When moment, String words, Play... plays) {
        return plus(new Step(words, moment, Optional.empty(), List.of(plays)));
    }

    /** The last step begins so long after the one before it, if its moment has not come by then. */
    public Schedule atTheLatest(Duration after) {
        List<Step> all = new ArrayList<>(steps);
        all.add(all.remove(all.size() - 1).atTheLatest(after));
        return new Schedule(name, corrupted, notes, all);
    }

    private Schedule plus(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Schedule(name, corrupted, notes, all);
    }

    @Override
    public Set<NodeId> corrupted() {
        return corrupted;
    }

    /** One for each step that does anything but end what others did. */
    @Override
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).acts()) {
                rules.add(ruleOf(i));
            }
        }
        return rules;
    }

    private String ruleOf(int step) {
        return name + "." + (step + 1);
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return steps.stream().anyMatch(step -> step.touches(from, to))
                || notes.stream().anyMatch(note -> note.scope().touches(from, to));
    }

    @Override
    public Adversary begin(Powers powers) {
        return new Performance(this::ruleOf, steps, new Notes(notes), powers);
    }

    @Override
    public List<String> describe() {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            sentences.add(ruleOf(i) + ": " + steps.get(i).inWords());
        }
        return sentences;
    }

    @Override
    public String toString() {
        return String.join("\n", describe());
    }
}
