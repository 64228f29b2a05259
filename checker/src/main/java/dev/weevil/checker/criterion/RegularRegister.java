package dev.weevil.checker.criterion;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Outcome;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Family;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.verdict.Verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Regular registers (Lamport, On interprocess communication, 1986; for several writers as Shao, Pierce
 * and Welch, Multi-writer consistency conditions, 2003): a read returns what some write wrote that began
 * before the read returned and was not overwritten, by a write that began after it had returned and
 * itself returned, before the read began. Reads need not agree with each other: a value may be seen, and
 * then the one before it. Every read is judged by itself, in time linear in the writes of its value.
 */
public final class RegularRegister {

    private RegularRegister() {}

    /**
     * Valid without a witness, as there is no one order; or invalid with a read, the writes of what it
     * saw and the one that overwrote them.
     *
     * @throws IllegalArgumentException for a model other than a register, or operations other than
     *     reads and writes
     */
    public static Verdict check(Operations operations, Model<?> model, Limits limits) {
        if (model.family() != Family.REGISTER && model.family() != Family.APPENDABLE) {
            throw new IllegalArgumentException(
                    "regular is said of registers, found a " + model.name());
        }
        Map<Integer, Writes> keys = new LinkedHashMap<>();
        List<Integer> reads = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Call call = operations.call(i);
            Writes writes = keys.computeIfAbsent(
                    operations.key(i), key -> new Writes(operations, model.initial()));
            if (isRead(call)) {
                if (call.completed() && model.takesPart(call)) {
                    reads.add(i);
                }
            } else if (isWrite(call) && call.outcome() != Outcome.FAIL) {
                writes.add(i);
            } else if (!isWrite(call)) {
                throw new IllegalArgumentException(
                        "regular is said of reads and writes, found " + operations.get(i));
            }
        }
        keys.values().forEach(Writes::settle);
        for (int read : reads) {
            if (limits.cancelled().getAsBoolean()) {
                return Verdict.unknown("Undecided, as the check was cancelled.");
            }
            Optional<Verdict> refuted = keys.get(operations.key(read)).refute(read);
            if (refuted.isPresent()) {
                return refuted.get();
            }
        }
        return Verdict.valid("Each of " + reads.size()
                + " reads returned what was written last before it or was being written.");
    }

    private static boolean isRead(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    private static boolean isWrite(Call call) {
        return call.function().equals("write") || call.function().equals("put");
    }
}
