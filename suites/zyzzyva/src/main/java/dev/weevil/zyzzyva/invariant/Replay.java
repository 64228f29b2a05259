package dev.weevil.zyzzyva.invariant;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reference state machine run along a history: what each number of it must do. An old timestamp
 * is a no-op that takes its number (A7), and so is a null request.
 */
final class Replay {

    /**
     * One number of the history.
     *
     * @param request d; {@link Digest#ZERO} for a null request or where it is not known
     * @param takesEffect whether it is executed rather than a no-op
     * @param reply r, where every request up to here was on the wire
     */
    record Step(
            long number,
            Digest history,
            Digest request,
            boolean takesEffect,
            Optional<Payload> reply) {}

    private final Histories histories;
    private final KeyValueStore store = new KeyValueStore();
    private final Map<NodeId, Long> timestamps = new HashMap<>();
    private final Set<Digest> applied = new HashSet<>();
    private boolean complete = true;

    private Replay(Histories histories) {
        this.histories = histories;
    }

    /** Runs the history from its beginning; nothing where links of it are missing. */
    static Optional<List<Step>> along(Digest end, long length, Histories histories) {
        Replay replay = new Replay(histories);
        return histories.path(end, length).map(path -> {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                steps.add(replay.step(i + 1, path.get(i)));
            }
            return steps;
        });
    }

    private Step step(long number, Digest history) {
        Digest digest = histories.request(history).orElse(Digest.ZERO);
        Optional<Request> request = histories.body(digest);
        if (digest.equals(Digest.ZERO) || request.isEmpty()) {
            complete &= histories.item(history).isPresent() && digest.equals(Digest.ZERO);
            boolean first = !digest.equals(Digest.ZERO) && applied.add(digest);
            return new Step(number, history, digest, first, Optional.empty());
        }
        NodeId client = request.get().client();
        if (request.get().timestamp() <= timestamps.getOrDefault(client, 0L)) {
            return new Step(number, history, digest, false, Optional.empty());
        }
        timestamps.put(client, request.get().timestamp());
        applied.add(digest);
        return new Step(number, history, digest, true, execute(history, request.get()));
    }

    private Optional<Payload> execute(Digest history, Request request) {
        Optional<OrderedItem> item = histories.item(history);
        complete &= item.isPresent();
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(store.execute(
                request.operation(), item.get().nondeterminism(), request.readOnly()));
    }
}
