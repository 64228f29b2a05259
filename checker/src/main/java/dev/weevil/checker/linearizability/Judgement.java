package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes one verdict of what was found in the parts. */
final class Judgement {

    /** How long a counterexample may be made smaller. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Parts parts;
    private final Operations operations;
    private final Model<?> model;
    private final Limits limits;

    Judgement(Parts parts, Model<?> model, Limits limits) {
        this.limits = limits;
        this.parts = parts;
        this.operations = parts.operations();
        this.model = model;
    }

    Verdict of(List<Finding> findings) {
        // What has nothing to be ordered is decided without a finding.
        int decided = parts.isEmpty() ? parts.count() : 0;
        Explored explored = new Explored(0, 0, decided, parts.count());
        Set<String> reasons = new TreeSet<>();
        Optional<Finding> illegal = Optional.empty();
        for (Finding finding : findings) {
            explored = explored.plus(finding.explored());
            if (finding.answer() == Finding.Answer.INVALID && illegal.isEmpty()) {
                illegal = Optional.of(finding);
            } else if (finding.answer() == Finding.Answer.UNKNOWN) {
                reasons.addAll(finding.reasons());
            }
        }
        if (illegal.isPresent()) {
            return invalid(illegal.get()).withExplored(explored);
        }
        return reasons.isEmpty()
                ? valid(findings).withExplored(explored)
                : unknown(findings, reasons, explored);
    }

    private Verdict valid(List<Finding> findings) {
        Verdict valid = Verdict.valid("Every operation can have taken effect within its interval.");
        List<String> words = new ArrayList<>(valid.explanation());
        words.add(replay(findings));
        return valid.withExplanation(words)
                .withWitness(new Witness(
                        operations, findings.stream().map(Finding::order).toList()));
    }

    /** The smallest first: so that most of a history is verified if time is short. */
    private String replay(List<Finding> findings) {
        Replay<?> replay =
                new Replay<>(operations, model, Interruption.start(limits.atMost(PATIENCE)));
        long all = findings.stream().mapToLong(found -> found.order().length).sum();
        try {
            findings.stream()
                    .sorted(Comparator.comparing(found -> found.order().length))
                    .forEach(found -> replay.verify(parts.members(found.part()), found.order()));
        } catch (Interruption.Interrupted limit) {
            return "The order found was replayed for " + replay.replayed() + " of " + all
                    + " operations, then patience ended.";
        }
        return "The order found, of " + all + " operations, was replayed against the model.";
    }

    private Verdict unknown(List<Finding> findings, Set<String> reasons, Explored explored) {
        String reason = "Undecided, as "
                + String.join(", ", reasons)
                + ": "
                + explored.decided()
                + " of "
                + explored.parts()
                + " objects are legal, "
                + explored.steps()
                + " steps were tried.";
        return Verdict.unknown(reason)
                .withPartials(findings.stream()
                        .filter(found -> found.answer() == Finding.Answer.UNKNOWN)
                        .filter(found -> found.order().length > 0)
                        .map(found -> operations.view(found.order()))
                        .toList())
                .withExplored(explored);
    }

    private Verdict invalid(Finding finding) {
        int[] members = parts.members(finding.part());
        Operations part = operations.select(members);
        Interruption brief = Interruption.start(limits.atMost(PATIENCE));
        int[] culprits = within(members, finding.culprits());
        Arrays.sort(culprits);
        Counterexample example = new Counterexample(part, model, brief, limits.memoryBytes());
        if (culprits.length > 0) {
            example.shrinkFrom(culprits);
        } else {
            example.shrink();
        }
        List<Operation> blamed = example.operations().asList();
        List<String> remarks =
                new Suspicions(part, model, brief, limits.memoryBytes()).about(blamed);
        if (!example.verified()) {
            remarks.add("time ended before these operations were verified to be illegal alone");
        }
        boolean asFound = blamed.size() == culprits.length && !finding.reasons().isEmpty();
        return Verdict.invalid("illegal", blamed)
                .withExplanation(
                        asFound
                                ? finding.reasons()
                                : List.of(reason(example, within(members, finding.order()))))
                .withRemarks(remarks)
                .withPartials(partials(finding, part, culprits, example));
    }

    /** How far the history is legal, and what is legal of the operations to blame. */
    private List<List<Operation>> partials(
            Finding finding, Operations part, int[] culprits, Counterexample example) {
        List<List<Operation>> partials = new ArrayList<>();
        if (finding.order().length > 0) {
            partials.add(operations.view(finding.order()));
        } else {
            Interruption brief = Interruption.start(limits.atMost(PATIENCE));
            partials.add(
                    new LegalBeginning(part, model, brief, limits.memoryBytes()).find(culprits));
        }
        partials.addAll(new MaximalOrders<>(example.operations(), model).find());
        partials.removeIf(List::isEmpty);
        return partials;
    }

    private static int[] within(int[] members, int[] operations) {
        return Arrays.stream(operations)
                .map(i -> Arrays.binarySearch(members, i))
                .toArray();
    }

    private String reason(Counterexample example, int[] longest) {
        Optional<Finding> proof = example.proof();
        if (proof.isPresent() && !proof.get().reasons().isEmpty()) {
            return proof.get().reasons().get(0);
        }
        int[] order = proof.map(Finding::order).orElse(longest);
        return Refusal.inWords(example.operations(), model, order);
    }
}
