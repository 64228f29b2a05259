package dev.weevil.reports.evidence;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.reports.html.Visible;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the adversary did to bring a conflict about, as far as the trace shows it. */
final class Cause {

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_NAMED = 4;
    private static final int LONGEST = 60;

    private final Trace trace;
    private final Conflict conflict;
    private final List<Journey> journeys;

    Cause(Trace trace, Conflict conflict, List<Journey> journeys) {
        this.trace = trace;
        this.conflict = conflict;
        this.journeys = journeys;
    }

    /** Touches that belong together: one rule did one thing to messages of one type. */
    private record Group(String rule, Touch.Kind kind, String type) {}

    List<String> sentences() {
        Map<Group, List<Journey>> groups = new LinkedHashMap<>();
        journeys.stream()
                .filter(Journey::isBitten)
                .filter(this::belongs)
                .forEach(journey -> group(journey, groups));
        List<String> sentences = groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Group, List<Journey>> e) -> !isLie(e.getKey()))
                        .thenComparing(e -> e.getKey().kind())
                        .thenComparing(e -> -e.getValue().size()))
                .limit(MOST_SENTENCES)
                .map(entry -> inWords(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        sentences.addAll(disturbances());
        return sentences;
    }

    /** What was said is told before what was merely lost or late. */
    private static boolean isLie(Group group) {
        return group.kind() == Touch.Kind.ALTERED || group.kind() == Touch.Kind.INJECTED;
    }

    /**
     * Where the place in the order is known, what spoke of it, and every lie: the messages that settle
     * an order anew speak of no place in it. Else what lay in the same time.
     */
    private boolean belongs(Journey journey) {
        if (conflict.sequence().isPresent()) {
            return journey.envelope().label().sequence() == conflict.sequence().get()
                    || journey.isTouchedBy(Touch.Kind.ALTERED)
                    || journey.isTouchedBy(Touch.Kind.INJECTED);
        }
        return conflict.span()
                .filter(span -> span.touches(journey.sentNanos(), journey.endNanos()))
                .isPresent();
    }

    private static void group(Journey journey, Map<Group, List<Journey>> groups) {
        for (Touch touch : journey.touches()) {
            if (touch.kind().bites()) {
                Group group = new Group(
                        touch.rule(), touch.kind(), journey.envelope().label().type());
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(journey);
            }
        }
    }

    private String inWords(Group group, List<Journey> members) {
        String place = conflict.sequence()
                .filter(s ->
                        members.stream().allMatch(one -> one.envelope().label().sequence() == s))
                .map(s -> " at sequence " + s)
                .orElse("");
        String done = group.kind().name().toLowerCase(Locale.ROOT);
        return "Rule " + group.rule() + " " + done + " " + members.size() + " " + group.type()
                + " from " + senders(members) + " to " + receivers(members) + place + " ("
                + names(members) + ")" + changes(members) + ".";
    }

    private String senders(List<Journey> journeys) {
        Set<Endpoint> from = new TreeSet<>();
        journeys.forEach(journey -> from.add(journey.envelope().from()));
        boolean corrupted =
                from.stream().allMatch(node -> trace.header().corrupted().contains(node.node()));
        return (corrupted ? "the corrupted " : "") + names(from);
    }

    private static String receivers(List<Journey> journeys) {
        Set<Endpoint> to = new TreeSet<>();
        journeys.forEach(journey -> to.add(journey.to()));
        return names(to);
    }

    private static String names(Set<Endpoint> nodes) {
        return nodes.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }

    private static String names(List<Journey> journeys) {
        String named = journeys.stream()
                .map(Journey::name)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return journeys.size() > MOST_NAMED ? named + ", …" : named;
    }

    /** What the first of them said, and what it was made to say; or what others were told instead. */
    private String changes(List<Journey> members) {
        Journey first = members.get(0);
        if (!first.alterations().isEmpty()) {
            return ": " + told(first.alterations());
        }
        return first.isTouchedBy(Touch.Kind.INJECTED)
                ? honest(first)
                        .map(other -> "; beside what " + other.to() + " got: "
                                + told(Journey.differences(other.arrived(), first.arrived())))
                        .orElse("")
                : "";
    }

    /** The same message as another receiver got it, with another content. */
    private Optional<Journey> honest(Journey lie) {
        Envelope forged = lie.envelope();
        return journeys.stream()
                .filter(other -> other.envelope().from().equals(forged.from()))
                .filter(other -> isSamePlace(other.envelope().label(), forged.label()))
                .filter(other -> !other.to().equals(lie.to()))
                .filter(other -> !other.isTouchedBy(Touch.Kind.INJECTED))
                .filter(other -> other.fate() == Journey.Fate.DELIVERED)
                .filter(other ->
                        !Journey.differences(other.arrived(), lie.arrived()).isEmpty())
                .findFirst();
    }

    private static boolean isSamePlace(Label one, Label other) {
        return one.type().equals(other.type())
                && one.view() == other.view()
                && one.sequence() == other.sequence();
    }

    /** The shortest changes: digests and names tell more at a glance than whole operations. */
    private static String told(Map<String, String> changed) {
        return changed.entrySet().stream()
                .sorted(Comparator.comparing(change -> change.getValue().length()))
                .limit(2)
                .map(change -> change.getKey() + " " + Visible.of(change.getValue(), LONGEST))
                .collect(Collectors.joining("; "));
    }

    private List<String> disturbances() {
        return trace.events().stream()
                .filter(TraceEvent.Disturbed.class::isInstance)
                .map(TraceEvent.Disturbed.class::cast)
                .filter(e -> conflict.span()
                        .filter(span -> e.nanos() <= span.toNanos())
                        .isPresent())
                .limit(MOST_SENTENCES)
                .map(e -> "Rule " + e.rule() + ": " + DisturbanceWords.of(e.disturbance()) + " at "
                        + Wording.time(e.nanos()) + ".")
                .toList();
    }
}
