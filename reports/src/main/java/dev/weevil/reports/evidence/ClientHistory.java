package dev.weevil.reports.evidence;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The operations of all clients, with times.
 *
 * @param operations by invocation, those of corrupted clients too
 */
public record ClientHistory(List<TimedOperation> operations) {

    public ClientHistory {
        operations = List.copyOf(operations);
    }

    /** Numbers them as the history of the correct clients does: by their invocations in the trace. */
    public static ClientHistory of(Trace trace) {
        List<TimedOperation> operations = new ArrayList<>();
        Map<NodeId, Integer> open = new HashMap<>();
        int number = 0;
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Invoked e) {
                boolean correct = !trace.header().corrupted().contains(e.client());
                open.put(e.client(), operations.size());
                operations.add(begun(e, correct ? number++ : -1));
            } else if (event instanceof TraceEvent.Completed e) {
                Integer at = open.remove(e.client());
                if (at != null) {
                    operations.set(at, ended(operations.get(at), e));
                }
            }
        }
        return new ClientHistory(operations);
    }

    private static TimedOperation begun(TraceEvent.Invoked e, int number) {
        return new TimedOperation(
                number, e.client(), e.invocation(), e.nanos(), Long.MAX_VALUE, Optional.empty());
    }

    private static TimedOperation ended(TimedOperation operation, TraceEvent.Completed e) {
        return new TimedOperation(
                operation.number(),
                operation.client(),
                operation.invocation(),
                operation.invokedNanos(),
                e.nanos(),
                Optional.of(e.outcome()));
    }

    /** The operation that verdicts call by this number. */
    public Optional<TimedOperation> numbered(int number) {
        return operations.stream().filter(o -> o.number() == number).findFirst();
    }

    /** The operation of that client that was under way then. */
    public Optional<TimedOperation> at(NodeId client, long nanos) {
        return operations.stream()
                .filter(operation -> operation.client().equals(client))
                .filter(operation ->
                        operation.invokedNanos() <= nanos && nanos <= operation.returnedNanos())
                .findFirst();
    }

    /** How many were under way while another one was: what makes a history worth checking. */
    public int overlapping() {
        long latestEnd = Long.MIN_VALUE;
        boolean[] overlaps = new boolean[operations.size()];
        int latest = -1;
        for (int i = 0; i < operations.size(); i++) {
            TimedOperation operation = operations.get(i);
            if (latest >= 0 && operation.invokedNanos() <= latestEnd) {
                overlaps[i] = true;
                overlaps[latest] = true;
            }
            if (operation.returnedNanos() >= latestEnd) {
                latestEnd = operation.returnedNanos();
                latest = i;
            }
        }
        int count = 0;
        for (boolean overlap : overlaps) {
            count += overlap ? 1 : 0;
        }
        return count;
    }

    /** The most operations that were under way at one time. */
    public int mostAtOnce() {
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int most = 0;
        for (TimedOperation operation : operations) {
            while (!ends.isEmpty() && ends.peek() < operation.invokedNanos()) {
                ends.remove();
            }
            ends.add(operation.returnedNanos());
            most = Math.max(most, ends.size());
        }
        return most;
    }

    /** Half of the ended operations took no longer than this. */
    public long medianNanos() {
        long[] durations = operations.stream()
                .filter(operation -> operation.outcome().isPresent())
                .mapToLong(operation -> operation.returnedNanos() - operation.invokedNanos())
                .sorted()
                .toArray();
        return durations.length == 0 ? 0 : durations[durations.length / 2];
    }
}
