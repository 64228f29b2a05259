package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.client.ClientFacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A correct client accepted a reply.
 *
 * @param event its place among the trace's events
 * @param request d of its request; absent where it is a read that took no number (12.5)
 * @param history h_n, the history that ends with it
 * @param how the case of 6.6 by which it completed
 * @param done what the client handed on; absent where the run ended in between
 */
record Completion(
        int event,
        Endpoint client,
        long view,
        long number,
        Optional<Digest> request,
        Digest history,
        String how,
        Optional<TraceEvent.Completed> done) {

    /** Whether its request has a number of its own: a read of the present state has none. */
    boolean isOrdered() {
        return request.isPresent();
    }

    /** {@code c1 completed number 3 in view 0}. */
    String inWords() {
        return client + " completed number " + number + " in view " + view;
    }

    /** Every completion by a correct client, in order. */
    static List<Completion> in(Reading reading) {
        List<Completion> completions = new ArrayList<>();
        Map<Endpoint, Fact> requests = new HashMap<>();
        for (Reading.Told told : reading.told(Fact.COMPLETED, ClientFacts.COMPLETED_AFTER)) {
            Fact fact = told.fact();
            if (fact.name().equals(Fact.COMPLETED)) {
                requests.put(told.node(), fact);
                continue;
            }
            // A read of the present state has no number, and so no fact of the first kind.
            Optional<Digest> request =
                    Optional.ofNullable(requests.remove(told.node())).map(Fact::digest);
            completions.add(new Completion(
                    told.event(),
                    told.node(),
                    fact.view(),
                    fact.sequence(),
                    request,
                    fact.digest(),
                    fact.detail(),
                    done(reading, told)));
        }
        return completions;
    }

    /** The client hands the result on with the same event that it tells the fact by. */
    private static Optional<TraceEvent.Completed> done(Reading reading, Reading.Told told) {
        List<TraceEvent> events = reading.trace().events();
        for (int i = told.event() + 1; i < events.size(); i++) {
            if (events.get(i) instanceof TraceEvent.Completed done
                    && done.client().equals(told.node().node())) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }
}
