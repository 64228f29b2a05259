package dev.weevil.engine.live;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts labels per link. A stream of made-up labels displaces old counts rather than filling memory. */
final class Occurrences {

    private static final int REMEMBERED = 200_000;

    private record Place(Endpoint from, Endpoint to, String type, long view, long sequence) {}

    private final Map<Place, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The label with the number of its like before it on this link. */
    Label count(Endpoint from, Endpoint to, Label label) {
        Place place = new Place(from, to, label.type(), label.view(), label.sequence());
        int before = counts.merge(place, 1, Integer::sum) - 1;
        return before == 0 ? label : label.occurring(before);
    }
}
