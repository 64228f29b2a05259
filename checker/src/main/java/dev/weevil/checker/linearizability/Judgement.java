package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Explored;
import dev.weevil.checker.verdict.Verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
        Explored explored = new Explored(0, 0, 0, parts.count());
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
        return Verdict.valid("Every operation can have taken effect within its interval.")
                .withWitness(new Witness(
                        operations, findings.stream().map(Finding::order).toList()));
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
        Counterexample example =
                new Counterexample(operations.select(members), model, limits.atMost(PATIENCE));
        int[] culprits = finding.culprits().clone();
        Arrays.sort(culprits);
        if (culprits.length > 0) {
            example.narrowTo(Arrays.stream(culprits)
                    .map(i -> Arrays.binarySearch(members, i))
                    .toArray());
        } else {
            example.shrink();
        }
        List<Operation> blamed = example.operations().asList();
        List<String> why = new ArrayList<>(finding.reasons());
        if (why.isEmpty()) {
            why.add(reason(example, within(members, finding.order())));
        }
        return Verdict.invalid(why.get(0), blamed)
                .withExplanation(why)
                .withRemarks(Suspicions.about(operations, blamed))
                .withPartials(
                        finding.order().length == 0
                                ? List.of()
                                : List.of(operations.view(finding.order())));
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
