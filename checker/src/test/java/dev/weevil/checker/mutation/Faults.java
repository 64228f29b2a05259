package dev.weevil.checker.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Two faults or more in each engine. */
final class Faults {

    private static final String LINEAR = "linearizability.";
    private static final List<String> ZONES = List.of(LINEAR + "ZonesDifferentialTest");
    private static final List<String> CONTAINERS = List.of(LINEAR + "ContainerDifferentialTest");
    private static final List<String> SETS = List.of(LINEAR + "SetDifferentialTest");
    private static final List<String> SEARCH = List.of(LINEAR + "SearchDifferentialTest");
    private static final List<String> AGREEMENT = List.of("agreement.AgreementTest");
    private static final List<String> CRITERIA = List.of("criterion.CriteriaDifferentialTest");
    private static final List<String> SEQUENTIAL =
            List.of("criterion.SequentialConsistencyTest", "criterion.CriteriaDifferentialTest");
    private static final List<String> ONCE = List.of("criterion.SingleExecutionTest");
    private static final List<String> TRANSACTIONS = List.of(
            "serializability.ListAnomalyTest",
            "serializability.RegisterAnomalyTest",
            "serializability.SerialOrderTest");

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(
                        zones(),
                        containers(),
                        sets(),
                        search(),
                        transactions(),
                        criteria(),
                        clients())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> zones() {
        return List.of(
                new Fault(
                        "zones",
                        "zones one event apart do not overlap",
                        "linearizability/Zones.java",
                        "if (firstReturn[state] < lastCall[holder]) { return entangled",
                        "if (firstReturn[state] + 1 < lastCall[holder]) { return entangled",
                        ZONES),
                new Fault(
                        "zones",
                        "crashed writes never take effect",
                        "linearizability/Zones.java",
                        "live[source] = true;",
                        "live[source] = false;",
                        ZONES),
                new Fault(
                        "append",
                        "an element may be seen in two places",
                        "linearizability/Appends.java",
                        "} else if (sawBy[writer] != before) {",
                        "} else if (sawBy[writer] != before && anew) {",
                        ZONES),
                new Fault(
                        "append",
                        "what is first without a value counts as empty",
                        "linearizability/Appends.java",
                        "startsEmpty = !initial.equals(Models.NIL);",
                        "startsEmpty = true;",
                        ZONES));
    }

    private static List<Fault> containers() {
        return List.of(
                new Fault(
                        "queue",
                        "dequeues in one gap overtake each other",
                        "linearizability/QueueSweep.java",
                        "exchanges.takeFirst[slowest] > exchanges.takeLast[later]",
                        "exchanges.takeFirst[slowest] >= exchanges.takeLast[later]",
                        CONTAINERS),
                new Fault(
                        "queue",
                        "nobody notices what overtakes a value that is never taken",
                        "linearizability/QueueSweep.java",
                        "if (slowest != Exchanges.NONE && exchanges",
                        "if (slowest != Exchanges.NONE && exchanges.taken(slowest) && exchanges",
                        CONTAINERS),
                new Fault(
                        "stack",
                        "what lies at the bottom must be popped later than it need be",
                        "linearizability/StackNesting.java",
                        "admit(waitingForEnd, from, to, end - 1);",
                        "admit(waitingForEnd, from, to, end);",
                        CONTAINERS),
                new Fault(
                        "stack",
                        "a pop is told after what comes behind it",
                        "linearizability/StackOrder.java",
                        "moments(latest - 1);",
                        "moments(latest + 1);",
                        CONTAINERS),
                new Fault(
                        "priority-queue",
                        "a value blocks the gap it is put in",
                        "linearizability/PriorityOrder.java",
                        "int g = open(exchanges.putLast[v] + 1);",
                        "int g = open(exchanges.putLast[v]);",
                        CONTAINERS),
                new Fault(
                        "priority-queue",
                        "lesser values do not hold up a poll",
                        "linearizability/PriorityOrder.java",
                        "exchanges.taken(v) ? open(exchanges.takeFirst[v])",
                        "exchanges.taken(v) ? exchanges.takeFirst[v]",
                        CONTAINERS));
    }

    private static List<Fault> sets() {
        return List.of(
                new Fault(
                        "set",
                        "whoever looks while an element comes must see it",
                        "linearizability/ElementLife.java",
                        "if (elements.first(i) > added && elements.last(i) < removed) {",
                        "if (elements.first(i) >= added && elements.last(i) <= removed) {",
                        SETS),
                new Fault(
                        "set",
                        "two reads may differ by an element each way",
                        "linearizability/SetReads.java",
                        "if (total > sizes[i]) {",
                        "if (total > sizes[i] + 1) {",
                        SETS));
    }

    private static List<Fault> search() {
        return List.of(
                new Fault(
                        "packed-search",
                        "bits of operations that returned stay in the key",
                        "linearizability/Search.java",
                        "mask[slot >> 6] &= ~(1L << slot);",
                        "mask[slot >> 6] &= -1L;",
                        SEARCH),
                new Fault(
                        "packed-search",
                        "the state is no part of the key",
                        "linearizability/Search.java",
                        "((long) state << 21)",
                        "((long) (state & 1) << 21)",
                        SEARCH),
                new Fault(
                        "reductions",
                        "of operations alike the one that returns last is tried",
                        "linearizability/Search.java",
                        "if (model.alike(other, i) && part.end[other] < part.end[i]) {",
                        "if (model.alike(other, i) && part.end[other] > part.end[i]) {",
                        SEARCH),
                new Fault(
                        "reductions",
                        "a value that the state already has counts as lacking",
                        "linearizability/Search.java",
                        "if (needed < 0 || model.next(state, first) >= 0) {",
                        "if (needed < 0) {",
                        SEARCH),
                new Fault(
                        "reductions",
                        "whoever spent other operations that never return is no better off",
                        "linearizability/Frugality.java",
                        "(differs & ~open[word]) != 0 || (differs & entries[at + word]) != 0",
                        "(differs & ~open[word]) != 0",
                        SEARCH),
                new Fault(
                        "reductions",
                        "an operation that returns counts as one that never does",
                        "linearizability/Frugality.java",
                        "int slot = part.reusedSlots;",
                        "int slot = Math.max(0, part.reusedSlots - 1);",
                        SEARCH),
                new Fault(
                        "refuters",
                        "the first value counts as never written",
                        "linearizability/Refuter.java",
                        "return latestEnd[needed] == NEVER && needed != StateChanges.INITIAL;",
                        "return latestEnd[needed] == NEVER;",
                        SEARCH),
                new Fault(
                        "refuters",
                        "a write that still runs counts as overwritten",
                        "linearizability/Refuter.java",
                        "latestEnd[made] = Math.max(latestEnd[made], part.end[i]);",
                        "latestEnd[made] = Math.max(latestEnd[made], part.call[i]);",
                        SEARCH));
    }

    private static List<Fault> transactions() {
        return List.of(
                new Fault(
                        "transactions",
                        "a cycle of two anti-dependencies counts as one of none",
                        "serializability/CyclePattern.java",
                        "case G2 -> anti ? 2 : state;",
                        "case G2 -> anti ? 1 : state;",
                        TRANSACTIONS),
                new Fault(
                        "transactions",
                        "real time is forgotten where a transaction still runs",
                        "serializability/Buffered.java",
                        "if (store.completed[buffer[i]] >= store.invoked[t]) {",
                        "if (store.completed[buffer[i]] > Integer.MAX_VALUE - 1) {",
                        TRANSACTIONS),
                new Fault(
                        "transactions",
                        "whoever reads a list twice may see it shrink",
                        "serializability/InternalReads.java",
                        "|| found.subList(0, end).equals(elements(store, before));",
                        "|| end <= elements(store, before).size();",
                        TRANSACTIONS),
                new Fault(
                        "agreement",
                        "holes are overlooked",
                        "agreement/Agreement.java",
                        "if (position != expected) {",
                        "if (position < expected) {",
                        AGREEMENT),
                new Fault(
                        "agreement",
                        "a value may be decided at two positions",
                        "agreement/Agreement.java",
                        "if (before != null && before.position() != decision.position()) {",
                        "if (before != null && before.position() > decision.position()) {",
                        AGREEMENT),
                new Fault(
                        "agreement",
                        "a replica may apply a request twice",
                        "agreement/ExactlyOnce.java",
                        "if (counts.merge(execution, 1, Integer::sum) == 2) {",
                        "if (counts.merge(execution, 1, Integer::sum) == 3) {",
                        AGREEMENT));
    }

    private static List<Fault> criteria() {
        return List.of(
                new Fault(
                        "sequential",
                        "the first operation of all need not be kept first",
                        "criterion/ProgramOrderSearch.java",
                        "return !done.get(i) && (before[i] < 0 || done.get(before[i]));",
                        "return !done.get(i) && (before[i] < 1 || done.get(before[i]));",
                        SEQUENTIAL),
                new Fault(
                        "sequential",
                        "what was done counts, and not what it left",
                        "criterion/ProgramOrderSearch.java",
                        "changed.put(objects[i], after);",
                        "",
                        SEQUENTIAL),
                new Fault(
                        "regular",
                        "a write that runs across another counts as overwritten",
                        "criterion/Writes.java",
                        "operations.returned(write) >= overwritten",
                        "operations.invoked(write) >= overwritten",
                        CRITERIA),
                new Fault(
                        "regular",
                        "the first value may be seen for ever",
                        "criterion/Writes.java",
                        "(seen.equals(initial) && done == null)",
                        "seen.equals(initial)",
                        CRITERIA),
                new Fault(
                        "staleness",
                        "one value more is remembered",
                        "criterion/LastValues.java",
                        "Math.min(values.size(), bound - 1)",
                        "Math.min(values.size(), bound)",
                        CRITERIA),
                new Fault(
                        "staleness",
                        "one overwriting write too few refutes",
                        "criterion/Overwriting.java",
                        "if (latest.size() < bound ||",
                        "if (latest.size() < bound - 1 || latest.isEmpty() ||",
                        CRITERIA));
    }

    private static List<Fault> clients() {
        return List.of(
                new Fault(
                        "corrupted-clients",
                        "their operations stand where they were recorded",
                        "history/CorruptedClients.java",
                        "first.add(HistoryEvent.invoke(",
                        "rest.add(HistoryEvent.invoke(",
                        CRITERIA),
                new Fault(
                        "corrupted-clients",
                        "only what they completed may have taken effect",
                        "history/CorruptedClients.java",
                        "} else if (event.type() == HistoryEvent.Type.INVOKE) {",
                        "} else if (event.type() == HistoryEvent.Type.OK) {",
                        CRITERIA),
                new Fault(
                        "exactly-once",
                        "twice is allowed",
                        "criterion/Contents.java",
                        "if (entry.getValue() > writers) {",
                        "if (entry.getValue() > writers + 1) {",
                        ONCE),
                new Fault(
                        "exactly-once",
                        "what was never acknowledged counts as lost",
                        "criterion/Deliveries.java",
                        ".filter(take -> operations.outcome(put) == Outcome.OK)"
                                + " .filter(take -> operations.invoked(take)"
                                + " > operations.returned(put))",
                        ".filter(take -> operations.invoked(take) > operations.invoked(put))",
                        ONCE));
    }
}
