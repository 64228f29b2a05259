package dev.weevil.zyzzyva.suite;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paper's safety property (PROTOCOL.md, section 10): of any two operations that correct clients
 * completed, the history of the earlier number is a prefix of the other's. It holds of the fast
 * path as well, where no replica has decided anything yet.
 */
record PrefixOracle() implements Oracle {

    /** A client's fact: the operation completed at that number, after that history. */
    private static final String COMPLETED_AFTER = "completed-after";

    private record Completion(Endpoint client, long number, Digest history) {

        @Override
        public String toString() {
            return client + " completed number " + number + " after history " + history.brief();
        }
    }

    /** What a history ends with and what it continues. */
    private record Link(long number, Digest before) {}

    @Override
    public String name() {
        return "history-prefix";
    }

    @Override
    public Verdict judge(Trace trace) {
        List<Completion> completions = new ArrayList<>();
        Map<Digest, Link> chain = new HashMap<>();
        Map<Endpoint, Map<Long, Digest>> accepted = new HashMap<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Observed seen) {
                Fact fact = seen.fact();
                if (fact.name().equals(COMPLETED_AFTER)
                        && !trace.header().corrupted().contains(seen.node().node())) {
                    completions.add(new Completion(seen.node(), fact.sequence(), fact.digest()));
                } else if (fact.name().equals(Fact.ACCEPTED)) {
                    // Digests are chained: whoever accepted it, its predecessor is the only one.
                    Map<Long, Digest> log =
                            accepted.computeIfAbsent(seen.node(), replica -> new HashMap<>());
                    Digest before = log.getOrDefault(fact.sequence() - 1, Digest.ZERO);
                    log.put(fact.sequence(), fact.digest());
                    chain.putIfAbsent(fact.digest(), new Link(fact.sequence(), before));
                }
            }
        }
        return judge(completions, chain);
    }

    private static Verdict judge(List<Completion> completions, Map<Digest, Link> chain) {
        if (completions.isEmpty()) {
            return Verdict.valid("No operation completed.");
        }
        Completion longest = completions.stream()
                .max(Comparator.comparingLong(Completion::number))
                .orElseThrow();
        Map<Long, Digest> prefix = prefix(longest, chain);
        for (Completion completion : completions) {
            Optional<Digest> there = Optional.ofNullable(prefix.get(completion.number()));
            if (there.isEmpty()) {
                return Verdict.unknown(
                        completion + "; no replica tells what " + longest + " has at that number.");
            }
            if (!there.get().equals(completion.history())) {
                return Verdict.invalid(
                        completion + ", but " + longest + ", and at number " + completion.number()
                                + " that history is " + there.get().brief() + ".",
                        List.of());
            }
        }
        return Verdict.valid(completions.size() + " completed operations lie on one history of "
                + longest.number() + " requests.");
    }

    /** The digests of a history at every number, as far back as they are known. */
    private static Map<Long, Digest> prefix(Completion end, Map<Digest, Link> chain) {
        Map<Long, Digest> prefix = new HashMap<>();
        prefix.put(end.number(), end.history());
        Link link = chain.get(end.history());
        while (link != null && link.number() > 1 && !link.before().equals(Digest.ZERO)) {
            prefix.put(link.number() - 1, link.before());
            link = chain.get(link.before());
        }
        return prefix;
    }
}
