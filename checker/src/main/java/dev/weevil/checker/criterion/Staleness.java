package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Registers whose reads may be stale, each key by itself, by a bounded number of writes: there is an
 * order of all operations that keeps real time, in which every read returns one of the last {@code
 * bound} values (k-atomicity: Aiyer, Alvisi and Bazzi, On the availability of non-strict quorum systems,
 * 2005). A bound of 1 is linearizability. What was read before too many later writes is refuted in one
 * sweep; the rest is searched as a register that remembers its last values.
 *
 * @param bound from 1
 */
public record Staleness(int bound) {

    public Staleness {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "a bound of staleness is at least 1, found " + bound);
        }
    }

    /**
     * As {@link Linearizability#check} of a register that answers any of its last values.
     *
     * @throws IllegalArgumentException for a model other than a register, or operations other than
     *     reads and writes
     */
    public Verdict check(Operations operations, Model<?> model, Limits limits) {
        if (model.family() != Family.REGISTER && model.family() != Family.APPENDABLE) {
            throw new IllegalArgumentException(
                    "staleness is said of registers, found a " + model.name());
        }
        Map<Integer, Overwriting> keys = new LinkedHashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            Call call = operations.call(i);
            if (!isRead(call) && !isWrite(call)) {
                Operation other = operations.get(i);
                throw new IllegalArgumentException(
                        "staleness is said of reads and writes, found " + other);
            }
            Overwriting key = keys.computeIfAbsent(
                    operations.key(i),
                    unseen -> new Overwriting(operations, model.initial(), bound));
            if (isWrite(call) && call.outcome() != Outcome.FAIL) {
                key.write(i);
            } else if (isRead(call) && call.completed() && model.takesPart(call)) {
                key.read(i);
            }
        }
        for (Overwriting key : keys.values()) {
            Optional<Verdict> refuted = key.refute();
            if (refuted.isPresent()) {
                return refuted.get();
            }
        }
        return Linearizability.check(operations, new LastValues(model, bound), limits);
    }

    static boolean isRead(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    static boolean isWrite(Call call) {
        return call.function().equals("write") || call.function().equals("put");
    }
}
