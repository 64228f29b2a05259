package dev.weevil.reports.suite;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Result;
import dev.weevil.reports.html.Visible;

import java.util.stream.Collectors;

/**
 * Why a scenario is not as expected, in the order in which one wants to know: guarantee and scenario,
 * the conflicting facts, how it was meant, the tolerance, how to run it again, where its page is.
 */
record FailureText(Result result) {

    private static final int LONGEST = 2_000;

    /** The first line: what is wrong with which scenario. */
    String headline() {
        return result.run().scenario() + " (" + result.run().mode() + ", seed "
                + result.run().seed() + "): expected " + result.expected() + ", found "
                + result.verdict() + ", " + result.conclusion().inWords();
    }

    /** All of it, a line each. */
    String whole() {
        return headline()
                + "\n" + Visible.of(result.why(), LONGEST)
                + "\n" + tolerance()
                + "\nagain:  " + result.run().command()
                + result.report().map(page -> "\nreport: " + page).orElse("");
    }

    private String tolerance() {
        int faults = result.evidence().faults();
        long liars =
                result.evidence().corrupted().stream().filter(NodeId::isReplica).count();
        String names = result.evidence().corrupted().stream()
                .map(NodeId::toString)
                .collect(Collectors.joining(", "));
        String owned = names.isEmpty() ? "no node corrupted" : "corrupted: " + names;
        return owned + ", f=" + faults
                + (liars > faults ? ", outside tolerance" : ", within tolerance");
    }
}
