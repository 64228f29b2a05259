package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.HistoryEvent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A register's history, legal by construction unless one read is made stale: every operation has an
 * interval and a moment in it, and the object is executed in the order of these moments.
 *
 * @param values how many values writes choose from; 0 for a new one each time
 * @param crashes how likely an operation never returns
 * @param stale whether one read, if possible in the middle, returns a value certainly overwritten
 * @param seed of the history; where none of its reads can be made stale, the next one that has such
 */
public record RegisterHistory(
        int clients,
        int operations,
        int values,
        int keys,
        double crashes,
        boolean stale,
        long seed) {

    private static final int MOST_SEEDS = 100;

    private static final class Step {
        int process;
        double begin;
        double end;
        double moment;
        boolean crashed;
        boolean failed;
        long key;
        String function = "";
        Object argument;
        Object result;

        Object written() {
            return function.equals("cas") ? ((List<?>) argument).get(1) : argument;
        }
    }

    public List<HistoryEvent> events() {
        for (long one = seed; one < seed + MOST_SEEDS; one++) {
            Random random = new Random(one);
            List<Step> steps = schedule(random);
            execute(steps, random);
            if (!stale || spoil(steps)) {
                return inTime(steps);
            }
        }
        throw new IllegalStateException("no read can be made stale in " + this);
    }

    private List<Step> schedule(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            double time = random.nextDouble();
            int process = client;
            for (int i = 0; i < operations / clients; i++) {
                Step step = new Step();
                step.process = process;
                step.begin = time + 1e-6;
                double length = -Math.log(1 - random.nextDouble()) + 0.01;
                step.end = step.begin + length;
                step.moment = step.begin + length * random.nextDouble();
                step.crashed = random.nextDouble() < crashes;
                if (step.crashed) {
                    process += clients;
                    step.moment = random.nextBoolean() ? Double.MAX_VALUE : step.moment;
                }
                time = step.end;
                steps.add(step);
            }
        }
        return steps;
    }

    private void execute(List<Step> steps, Random random) {
        List<Step> order = new ArrayList<>(steps);
        order.sort(Comparator.comparingDouble(step -> step.moment));
        long[] state = new long[keys];
        long unique = 0;
        for (Step step : order) {
            int key = random.nextInt(keys);
            step.key = key;
            double what = random.nextDouble();
            long fresh = values == 0 ? ++unique : random.nextInt(values);
            if (what < 0.34) {
                step.function = "read";
                step.result = state[key];
            } else if (what < 0.67) {
                long from = values == 0
                        ? (random.nextInt(10) < 7 ? state[key] : 0)
                        : random.nextInt(values);
                step.function = "cas";
                step.argument = List.of(from, fresh);
                step.result = step.argument;
                boolean took = state[key] == from;
                step.failed = !took;
                if (took && step.moment < Double.MAX_VALUE) {
                    state[key] = fresh;
                }
            } else {
                step.function = "write";
                step.argument = fresh;
                step.result = fresh;
                state[key] = step.moment < Double.MAX_VALUE ? fresh : state[key];
            }
        }
    }

    /**
     * Makes one read see a value whose every write ended before another, done before the read, began;
     * whether there is such a read.
     */
    private static boolean spoil(List<Step> steps) {
        Step[] reads = steps.stream()
                .filter(step -> step.function.equals("read") && !step.crashed)
                .sorted(Comparator.comparingDouble(step -> step.begin))
                .toArray(Step[]::new);
        List<Step> fromTheMiddle =
                new ArrayList<>(Arrays.asList(reads).subList(reads.length / 2, reads.length));
        for (int i = reads.length / 2 - 1; i >= 0; i--) {
            fromTheMiddle.add(reads[i]);
        }
        for (Step read : fromTheMiddle) {
            Optional<Step> later = steps.stream()
                    .filter(step -> step.key == read.key && step.function.equals("write"))
                    .filter(step -> !step.crashed && step.end < read.begin)
                    .max(Comparator.comparingDouble(step -> step.begin));
            Optional<Object> old = later.flatMap(write -> overwritten(steps, read, write));
            if (old.isPresent()) {
                read.result = old.get();
                return true;
            }
        }
        return false;
    }

    /** A value that nothing can have written since; whatever crashed may have taken effect. */
    private static Optional<Object> overwritten(List<Step> steps, Step read, Step write) {
        List<Step> writes = steps.stream()
                .filter(step -> step.key == read.key && !step.function.equals("read"))
                .filter(step -> step.crashed || !step.failed)
                .toList();
        return writes.stream()
                .filter(one -> !one.crashed && one.end < write.begin)
                .max(Comparator.comparingDouble(one -> one.end))
                .map(Step::written)
                .filter(value -> writes.stream()
                        .filter(one -> one.written().equals(value))
                        .allMatch(one ->
                                one.begin > read.end || (!one.crashed && one.end < write.begin)));
    }

    private List<HistoryEvent> inTime(List<Step> steps) {
        record At(double time, Step step, boolean end) {}
        List<At> moments = new ArrayList<>();
        for (Step step : steps) {
            moments.add(new At(step.begin, step, false));
            moments.add(new At(step.end, step, true));
        }
        moments.sort(Comparator.comparingDouble(At::time));
        List<HistoryEvent> events = new ArrayList<>();
        for (At at : moments) {
            Step step = at.step();
            Optional<Object> key = keys > 1 ? Optional.of(step.key) : Optional.empty();
            HistoryEvent invoked = HistoryEvent.invoke(
                    events.size(), step.process, step.function, key, step.argument);
            events.add(
                    at.end()
                            ? invoked.completed(outcome(step), events.size(), step.result, "")
                            : invoked);
        }
        return events;
    }

    private static HistoryEvent.Type outcome(Step step) {
        if (step.crashed) {
            return HistoryEvent.Type.INFO;
        }
        return step.failed ? HistoryEvent.Type.FAIL : HistoryEvent.Type.OK;
    }
}
