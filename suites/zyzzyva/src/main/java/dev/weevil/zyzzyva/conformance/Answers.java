package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts over what replicas answered. */
final class Answers {

    private Answers() {}

    /** Answers to this request of a client, repetitions counted. */
    static Sendings of(NodeId client, long timestamp) {
        return Count.sent(SpeculativeResponse.class)
                .to(client)
                .where(
                        "to request " + timestamp,
                        SpeculativeResponse.class,
                        response -> response.core().timestamp() == timestamp);
    }

    /** Different things that were answered: view, number, history, result, client and timestamp. */
    static Count differentCores() {
        return Count.of("different answers", run -> cores(run).distinct().count());
    }

    /** The most results that were ever answered to one request after one history of one view. */
    static Count resultsOfOneHistory() {
        return Count.of("results of one history", run -> {
            Map<List<Object>, Set<Digest>> results = new HashMap<>();
            cores(run)
                    .forEach(core -> results.computeIfAbsent(
                                    List.of(
                                            core.view(),
                                            core.sequence(),
                                            core.history(),
                                            core.client()),
                                    place -> new HashSet<>())
                            .add(core.reply()));
            return results.values().stream().mapToLong(Set::size).max().orElse(0);
        });
    }

    static Stream<ResponseCore> cores(Transcript run) {
        return run.sent(SpeculativeResponse.class)
                .flatMap(envelope -> envelope.frame().message().stream())
                .map(message -> ((SpeculativeResponse) message).core());
    }

    /** LOCAL-COMMITs to a client that name a history it completed after. */
    static Count localCommitsAsCompleted(NodeId client) {
        return Count.of("LocalCommit to " + client + " after the completed history", run -> {
            Set<Digest> completed = run.told("completed-after")
                    .filter(seen -> seen.node().node().equals(client))
                    .map(seen -> seen.fact().digest())
                    .collect(Collectors.toSet());
            return run.sent(LocalCommit.class)
                    .filter(envelope -> envelope.to().node().equals(client))
                    .flatMap(envelope -> envelope.frame().message().stream())
                    .filter(message -> completed.contains(((LocalCommit) message).history()))
                    .count();
        });
    }
}
