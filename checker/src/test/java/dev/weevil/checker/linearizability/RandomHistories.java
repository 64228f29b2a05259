package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.History;
import dev.weevil.checker.model.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Small random histories of a model: processes act on one object, effects fall between invocation and
 * completion, some operations crash or fail, and some results are changed afterwards.
 */
public final class RandomHistories {

    /**
     * What to do.
     *
     * @param operation draws a function and an argument
     * @param results what the function may answer, given the state as well
     * @param crashes how likely an operation ends info, or not at all
     * @param corruption how likely a result is replaced by any other
     * @param failures how likely an operation is reported failed, whatever became of it
     */
    public record Kind(
            Model<?> model,
            Function<Random, Ask> operation,
            BiFunction<Ask, Object, List<Object>> results,
            double crashes,
            double corruption,
            double failures) {

        /** Nothing fails that might have succeeded. */
        public Kind(
                Model<?> model,
                Function<Random, Ask> operation,
                BiFunction<Ask, Object, List<Object>> results,
                double crashes,
                double corruption) {
            this(model, operation, results, crashes, corruption, 0);
        }
    }

    /** A function with its argument. */
    public record Ask(String function, Object argument) {}

    private static final class Running {
        final Ask ask;
        boolean effective;
        Object result;
        boolean legal;

        Running(Ask ask) {
            this.ask = ask;
        }
    }

    private RandomHistories() {}

    public static History of(Kind kind, int operations, Random random) {
        return new Simulation<>(kind, kind.model(), random).run(operations);
    }

    private static final class Simulation<S> {

        private final Kind kind;
        private final Model<S> model;
        private final Random random;
        private final Recording recording = new Recording();
        private final List<Integer> processes = new ArrayList<>(List.of(0, 1, 2, 3));
        private final Running[] running = new Running[1000];
        private S state;
        private int fresh = 4;

        Simulation(Kind kind, Model<S> model, Random random) {
            this.kind = kind;
            this.model = model;
            this.random = random;
            this.state = model.initial();
        }

        History run(int operations) {
            int begun = 0;
            while (begun < operations || processes.stream().anyMatch(p -> running[p] != null)) {
                int at = random.nextInt(processes.size());
                int process = processes.get(at);
                if (running[process] == null) {
                    if (begun < operations) {
                        begin(process);
                        begun++;
                    }
                } else if (random.nextInt(3) > 0) {
                    takeEffect(running[process]);
                } else {
                    end(process, at);
                }
            }
            return recording.history();
        }

        private void begin(int process) {
            Ask ask = kind.operation().apply(random);
            running[process] = new Running(ask);
            recording.invoke(process, ask.function(), ask.argument());
        }

        private void takeEffect(Running one) {
            if (one.effective) {
                return;
            }
            one.effective = true;
            for (Object result : kind.results().apply(one.ask, state)) {
                Optional<S> after =
                        model.step(state, Call.ok(one.ask.function(), one.ask.argument(), result));
                if (after.isPresent()) {
                    state = after.get();
                    one.result = result;
                    one.legal = true;
                    return;
                }
            }
        }

        private void end(int process, int at) {
            Running one = running[process];
            if (random.nextDouble() < kind.crashes()) {
                if (random.nextBoolean()) {
                    recording.info(process);
                }
                processes.set(at, fresh++);
                running[process] = null;
                return;
            }
            if (kind.failures() > 0 && random.nextDouble() < kind.failures()) {
                recording.fail(process);
                running[process] = null;
                return;
            }
            takeEffect(one);
            List<Object> results = kind.results().apply(one.ask, state);
            if (random.nextDouble() < kind.corruption()) {
                recording.ok(process, results.get(random.nextInt(results.size())));
            } else if (!one.legal) {
                recording.fail(process);
            } else {
                recording.ok(process, one.result);
            }
            running[process] = null;
        }
    }
}
