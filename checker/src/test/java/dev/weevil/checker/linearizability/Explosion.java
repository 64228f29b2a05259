package dev.weevil.checker.linearizability;

import dev.weevil.checker.benchmark.RegisterHistory;
import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.History;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Histories that explode, each checked in this process; its argument names one. Prints the verdict. */
final class Explosion {

    /** A register that no engine knows for one, so that it has to be searched. */
    private record Disguised(Model<Object> register) implements Model<Object> {

        @Override
        public String name() {
            return "disguised";
        }

        @Override
        public Object initial() {
            return register.initial();
        }

        @Override
        public Optional<Object> step(Object state, Call call) {
            return register.step(state, call);
        }
    }

    private Explosion() {}

    public static void main(String[] args) {
        Limits limits = Limits.within(Duration.ofSeconds(Long.parseLong(args[1])));
        Verdict verdict = switch (args[0]) {
            case "stale-read" -> staleRead(Models.casRegister(0L, rules()), limits);
            case "configurations" ->
                staleRead(new Disguised(Models.casRegister(0L, rules())), limits);
            case "states" -> Linearizability.check(sums(1).history(), Models.counter(0), limits);
            case "parts" ->
                Linearizability.check(sums(8).history(), Models.counter(0), limits.withThreads(4));
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.out.println(verdict.kind() + " " + verdict.inWords());
    }

    private static ReadingRules rules() {
        return ReadingRules.KNOSSOS;
    }

    /** 30 clients, 5 values, 10,000 operations, and a read of a value certainly overwritten. */
    private static Verdict staleRead(Model<Object> model, Limits limits) {
        RegisterHistory history = new RegisterHistory(30, 10_000, 5, 1, 0, true, 1);
        return Linearizability.check(new History(history.events()), model, limits);
    }

    /** For each key, concurrent additions whose sums differ, and a total that cannot be. */
    private static Recording sums(int keys) {
        Recording recording = new Recording();
        Random random = new Random(5);
        for (long key = 0; key < keys; key++) {
            int first = 100 * (int) key;
            for (int process = first; process < first + 28; process++) {
                recording.invoke(process, "add", key, (long) random.nextInt(1 << 20));
            }
            recording.invoke(first + 50, "read", key, null).ok(first + 50, 3L);
            for (int process = first; process < first + 28; process++) {
                recording.ok(process, null);
            }
        }
        return recording;
    }
}
