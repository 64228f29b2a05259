package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Interval;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.model.Model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The longest beginning of an illegal part that is legal, with its order. Beginnings of legal ones are
 * legal, so it is found by halving; the return before that of the last operation to blame is tried
 * first.
 */
final class LegalBeginning {

    private final Operations part;
    private final Engines engines;
    private List<Operation> longest = List.of();

    LegalBeginning(Operations part, Model<?> model, Interruption interruption, long memoryBytes) {
        this.part = part;
        this.engines = new Engines(model, interruption, memoryBytes);
    }

    /**
     * Finds it.
     *
     * @param culprits operations of the part that are illegal together, or none
     */
    List<Operation> find(int[] culprits) {
        int[] returns = IntStream.range(0, part.size())
                .map(part::returned)
                .filter(at -> at != Interval.OPEN)
                .sorted()
                .toArray();
        int blamed = Arrays.stream(culprits)
                .map(part::returned)
                .filter(at -> at != Interval.OPEN)
                .max()
                .orElse(returns.length == 0 ? 0 : returns[returns.length - 1]);
        int high = Arrays.binarySearch(returns, blamed);
        try {
            halve(returns, high);
        } catch (Interruption.Interrupted limit) {
            // What was found so far is legal all the same; it may only be shorter than it could be.
        }
        return longest;
    }

    private void halve(int[] returns, int illegal) {
        int high = illegal;
        if (high > 0 && isLegal(returns[high - 1])) {
            return;
        }
        high--;
        int low = 0;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isLegal(returns[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
    }

    private boolean isLegal(int position) {
        Operations beginning = part.until(position);
        Optional<int[]> order = engines.order(beginning);
        order.ifPresent(
                found -> longest = found.length > longest.size() ? beginning.view(found) : longest);
        return order.isPresent();
    }
}
