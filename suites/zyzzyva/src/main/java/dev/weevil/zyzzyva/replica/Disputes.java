package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.Request;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client goes on asking for though it has been executed (M6). In MAC mode orders that contradict
 * each other may convince nobody but their receivers; but replicas that were told the same can certify it
 * to each other, so a number that they cannot certify is a reason to leave.
 *
 * <p>A client alone can make replicas vote, not accuse: under a correct primary the votes agree in time.
 */
final class Disputes {

    private static final String T_AGREE = "T_AGREE";

    private final Core core;

    /** The last request of each client that it has asked for again. */
    private final Map<NodeId, Long> asked = new HashMap<>();

    /** The number that is to be certified before the client's timer expires. */
    private final TreeMap<Integer, Long> open = new TreeMap<>();

    Disputes(Core core) {
        this.core = core;
    }

    /** The first time an answer may have been lost, or signatures may do (3.1). */
    void onAskedAgain(Request request) {
        ClientRow row = core.application.table().row(request.client()).orElseThrow();
        if (core.seals.signing()
                || !(request.seal() instanceof Seal.Signature)
                || request.timestamp() != row.timestamp()
                || core.commitment.covers(row.sequence())) {
            return;
        }
        Long before = asked.put(row.client(), row.timestamp());
        if (before != null && before == row.timestamp()) {
            core.votes.ask(row.sequence());
            dispute(row);
        }
    }

    private void dispute(ClientRow row) {
        int client = row.client().index();
        Long before = open.put(client, row.sequence());
        boolean begun = before != null && before == row.sequence();
        if (!core.isPrimary() && !begun) {
            core.out.start(new Timer(T_AGREE, client), core.requests.patience());
        }
    }

    /** Votes may have been lost. */
    void repeat() {
        for (Map.Entry<Integer, Long> dispute : open.entrySet()) {
            if (isOpen(NodeId.client(dispute.getKey()), dispute.getValue())) {
                core.votes.ask(dispute.getValue());
            }
        }
    }

    /** Whether it is still the client's last request, and nothing covers it. */
    private boolean isOpen(NodeId client, long number) {
        return !core.commitment.covers(number)
                && core.application.table().row(client).stream()
                        .anyMatch(row -> row.sequence() == number);
    }

    boolean onTimer(Timer timer) {
        if (!timer.name().equals(T_AGREE)) {
            return false;
        }
        int client = Math.toIntExact(timer.key());
        Long number = open.remove(client);
        if (number != null && core.views.normal() && isOpen(NodeId.client(client), number)) {
            core.accusations.accuse(
                    "number " + number + " was executed, and is not agreed on in time");
        }
        return true;
    }

    /** How many things are kept here (I14). */
    int held() {
        return asked.size() + open.size();
    }

    /** What was disputed is settled by the new view, or will be disputed there. */
    void onEntered() {
        open.keySet().forEach(client -> core.out.stop(new Timer(T_AGREE, client)));
        open.clear();
    }
}
