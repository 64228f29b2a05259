package dev.weevil.reports.timeline;

import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.reports.evidence.Journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds equivocations: one message that different receivers got with different contents. */
final class Forks {

    private record Place(Endpoint from, String type, long view, long sequence) {}

    private Forks() {}

    /** The number of the fork each forked journey belongs to, from 1. */
    static Map<Journey, Integer> of(List<Journey> journeys) {
        Map<Place, List<Journey>> sendings = new LinkedHashMap<>();
        for (Journey journey : journeys) {
            Label label = journey.envelope().label();
            Place place = new Place(
                    journey.envelope().from(), label.type(), label.view(), label.sequence());
            sendings.computeIfAbsent(place, key -> new ArrayList<>()).add(journey);
        }
        Map<Journey, Integer> forks = new HashMap<>();
        int number = 0;
        for (List<Journey> sending : sendings.values()) {
            if (isFork(sending)) {
                number++;
                for (Journey journey : sending) {
                    forks.put(journey, number);
                }
            }
        }
        return forks;
    }

    private static boolean isLie(Journey journey) {
        return journey.altered().isPresent() || journey.isTouchedBy(Touch.Kind.INJECTED);
    }

    private static boolean isFork(List<Journey> sending) {
        return sending.stream().anyMatch(Forks::isLie)
                && sending.stream()
                                .filter(journey -> journey.fate() == Journey.Fate.DELIVERED)
                                .map(journey -> journey.altered()
                                        .orElse(journey.envelope().frame()))
                                .map(Frame::describe)
                                .distinct()
                                .count()
                        > 1;
    }
}
