package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.verdict.Tally;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.replica.Facts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * I15: what correct replicas have executed after the same history is the same: their states at
 * checkpoint numbers, and every reply. Where the chain does not cover the primary's choices, a lying
 * primary can break this (15.14).
 */
record Determinism() implements Oracle {

    /** A reply's place. */
    private record Place(Digest history, NodeId client, long timestamp) {}

    /** Who first had which digest. */
    private record Had(String who, Digest digest) {}

    @Override
    public String name() {
        return "i15-determinism";
    }

    @Override
    public Verdict judge(Trace trace) {
        Reading reading = Reading.of(trace);
        Tally tally = new Tally();
        states(reading, tally);
        replies(reading, tally);
        return tally.verdict(
                "states and replies of correct replicas", "equal after equal histories");
    }

    private static void states(Reading reading, Tally tally) {
        Map<Endpoint, OwnLog> logs = new TreeMap<>();
        Map<Digest, Had> states = new HashMap<>();
        for (Reading.Told told : reading.told(
                Fact.ACCEPTED,
                Fact.ROLLED_BACK,
                Fact.TRANSFERRED,
                Facts.RESTORED,
                Facts.CHECKPOINTED)) {
            OwnLog log = logs.computeIfAbsent(told.node(), node -> new OwnLog());
            Fact fact = told.fact();
            if (fact.name().equals(Facts.CHECKPOINTED)) {
                log.at(fact.sequence())
                        .ifPresent(history -> compare(
                                states,
                                history,
                                new Had(
                                        told.node() + " at number " + fact.sequence() + " in view "
                                                + fact.view(),
                                        fact.digest()),
                                "state",
                                tally));
            }
            log.take(fact);
        }
    }

    private static void replies(Reading reading, Tally tally) {
        Map<Place, Had> replies = new HashMap<>();
        for (Wire.Passage passage : reading.wire().sent()) {
            if (passage.message() instanceof SpeculativeResponse response
                    && reading.correct().has(passage.from().node())
                    && !response.core().reply().equals(Digest.ZERO)) {
                ResponseCore core = response.core();
                compare(
                        replies,
                        new Place(core.history(), core.client(), core.timestamp()),
                        new Had(
                                passage.from() + " at number " + core.sequence() + " in view "
                                        + core.view(),
                                core.reply()),
                        "reply",
                        tally);
            }
        }
    }

    private static <P> void compare(Map<P, Had> known, P place, Had now, String what, Tally tally) {
        Had before = known.putIfAbsent(place, now);
        tally.judged();
        if (before != null && !before.digest().equals(now.digest())) {
            String history = place instanceof Place reply
                    ? reply.history().brief()
                    : ((Digest) place).brief();
            tally.broken(now.who() + " has " + what + " " + now.digest().brief()
                    + " after history " + history + "; expected "
                    + before.digest().brief()
                    + ", as " + before.who() + " has.");
        }
    }
}
