package dev.weevil.adversaries.schedule;

import dev.weevil.adversaries.script.When;
import dev.weevil.adversaries.script.Wording;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of a schedule.
 *
 * @param begins when, watched from the beginning of the step before
 * @param patience how long after the step before it begins at the latest
 */
record Step(String words, When begins, Optional<Duration> patience, List<Play> plays) {

    Step {
        plays = List.copyOf(plays);
    }

    Step atTheLatest(Duration after) {
        return new Step(words, begins, Optional.of(after), plays);
    }

    /** Whether it does anything but end what other steps did. */
    boolean acts() {
        return plays.stream().anyMatch(play -> !(play instanceof Play.End));
    }

    boolean touches(NodeId from, NodeId to) {
        return begins.touches(from, to) || plays.stream().anyMatch(play -> touches(play, from, to));
    }

    private static boolean touches(Play play, NodeId from, NodeId to) {
        if (play instanceof Play.Withhold withhold) {
            return withhold.scope().touches(from, to);
        }
        return play instanceof Play.Lie<?> lie && lie.scope().touches(from, to);
    }

    String inWords() {
        String late = patience.map(p -> " or " + Wording.of(p) + " have passed").orElse("");
        String doing = plays.stream()
                .map(Play::inWords)
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining("; "));
        return begins.inWords() + late + ", " + words + (doing.isEmpty() ? "" : ": " + doing);
    }
}
