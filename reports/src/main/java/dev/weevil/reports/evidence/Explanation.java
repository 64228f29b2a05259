package dev.weevil.reports.evidence;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.run.Bites;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verdict in words, each sentence made from what the trace holds.
 *
 * @param headline which guarantees are broken, undecided or kept
 * @param facts what is in conflict; of a valid run what was looked at
 * @param cause what the adversary did about it
 */
public record Explanation(String headline, List<String> facts, List<String> cause) {

    private static final int MOST_OPERATIONS = 4;
    private static final int MOST_WORDS = 3;

    public Explanation {
        facts = List.copyOf(facts);
        cause = List.copyOf(cause);
    }

    /** Tells the story of this run. */
    public static Explanation of(
            Trace trace,
            Judgement judgement,
            ClientHistory history,
            ReplicaLogs logs,
            Conflict conflict,
            List<Journey> journeys) {
        return switch (judgement.kind()) {
            case INVALID ->
                new Explanation(
                        violated(judgement),
                        conflicting(trace, judgement, history, logs, conflict),
                        new Cause(trace, conflict, journeys).sentences());
            case VALID ->
                new Explanation(
                        kept(judgement), List.of(looked(history)), List.of(bites(judgement)));
            case UNKNOWN ->
                new Explanation(
                        "Undecided: " + judgement.summary(),
                        List.of(looked(history)),
                        List.of(bites(judgement)));
        };
    }

    private static String violated(Judgement judgement) {
        List<String> broken = judgement.verdicts().entrySet().stream()
                .filter(entry -> entry.getValue().isInvalid())
                .map(Map.Entry::getKey)
                .toList();
        return capital(joined(broken)) + (broken.size() == 1 ? " is violated" : " are violated");
    }

    private static String kept(Judgement judgement) {
        List<String> names = List.copyOf(judgement.verdicts().keySet());
        return capital(joined(names)) + (names.size() == 1 ? " holds" : " hold");
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<String> conflicting(
            Trace trace,
            Judgement judgement,
            ClientHistory history,
            ReplicaLogs logs,
            Conflict conflict) {
        List<String> facts = new ArrayList<>(conflict.story(MOST_OPERATIONS));
        int more = conflict.operations().size() - facts.size();
        if (more > 0) {
            facts.add("and " + Wording.count(more, "further operation") + ", all listed below");
        }
        conflict.sequence().ifPresent(sequence -> {
            facts.addAll(acknowledged(trace, history, sequence));
            facts.addAll(decided(logs, sequence));
        });
        judgement.verdicts().forEach((oracle, verdict) -> {
            if (verdict.isInvalid() && !isTold(oracle, logs)) {
                String words = verdict.explanation().stream()
                        .limit(MOST_WORDS)
                        .collect(Collectors.joining(" "));
                facts.add("the " + oracle + " oracle: " + words);
            }
        });
        return facts;
    }

    /** What replicas decided at one place has been told from the trace by then, and better. */
    private static boolean isTold(String oracle, ReplicaLogs logs) {
        return oracle.equals("agreement") && logs.firstDivergence().isPresent();
    }

    private static List<String> acknowledged(Trace trace, ClientHistory history, long sequence) {
        List<String> words = Conflict.acknowledged(trace, sequence).values().stream()
                .map(seen -> seen.node() + " holds " + what(history, seen)
                        + " to be done at sequence " + sequence + " ("
                        + Wording.time(seen.nanos()) + ")")
                .toList();
        return words.size() < 2 ? List.of() : List.of(String.join(", but ", words));
    }

    /** Its operation, and the digest that replicas call it by. */
    private static String what(ClientHistory history, TraceEvent.Observed seen) {
        String digest = seen.fact().digest().brief();
        return history.at(seen.node().node(), seen.nanos())
                .map(operation -> operation.inWords() + " (" + digest + ")")
                .orElse(digest);
    }

    private static List<String> decided(ReplicaLogs logs, long sequence) {
        if (!logs.isDivergent(sequence)) {
            return List.of();
        }
        return List.of(logs.correct(sequence).entrySet().stream()
                .map(e -> "correct " + e.getKey() + " decided " + e.getValue().value() + " at "
                        + sequence + " (" + Wording.time(e.getValue().nanos()) + ")")
                .collect(Collectors.joining(", ")));
    }

    private static String looked(ClientHistory history) {
        return Wording.count(history.operations().size(), "operation") + ", "
                + history.overlapping() + " of them overlapping another, at most "
                + history.mostAtOnce() + " at once; half took no longer than "
                + Wording.time(history.medianNanos()) + ".";
    }

    /** How often the adversary did what, over all rules. */
    public static String bites(Judgement judgement) {
        Bites bites = judgement.bites();
        if (bites.total() == 0) {
            return judgement.vacuous()
                    ? "No fault ever bit: this run proves nothing about them."
                    : "No fault was planned.";
        }
        Stream<String> touches = Stream.of(Touch.Kind.values())
                .filter(kind -> kind.bites() && bites.count(kind) > 0)
                .map(kind -> bites.count(kind) + " " + kind.name().toLowerCase(Locale.ROOT));
        int disturbances = bites.disturbances().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Stream<String> processes = disturbances == 0
                ? Stream.empty()
                : Stream.of(Wording.count(disturbances, "process fault"));
        return "Faults that bit: "
                + Stream.concat(touches, processes).collect(Collectors.joining(", ")) + ".";
    }
}
