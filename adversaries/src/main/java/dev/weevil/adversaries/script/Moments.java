package dev.weevil.adversaries.script;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The moments scripts know. */
final class Moments {

    private Moments() {}

    record Elapsed(Duration time) implements When {

        Elapsed {
            if (time.isNegative()) {
                throw new IllegalArgumentException("expected a time >= 0, found " + time);
            }
        }

        @Override
        public Predicate<Observation> watch() {
            long nanos = time.toNanos();
            return observation -> observation.nanos() >= nanos;
        }

        @Override
        public Optional<Duration> alarm() {
            return Optional.of(time);
        }

        @Override
        public String inWords() {
            return time.isZero() ? "at once" : "after " + Wording.of(time);
        }
    }

    record Completed(int operations) implements When {

        @Override
        public Predicate<Observation> watch() {
            return new Predicate<>() {
                private int seen;

                @Override
                public boolean test(Observation observation) {
                    if (observation instanceof Observation.OperationCompleted done
                            && done.outcome().type() != HistoryEvent.Type.INFO) {
                        seen++;
                    }
                    return seen >= operations;
                }
            };
        }

        @Override
        public String inWords() {
            return "after " + operations + " operations";
        }
    }

    record CompletedBy(NodeId client, int operations) implements When {

        @Override
        public Predicate<Observation> watch() {
            return new Predicate<>() {
                private int seen;

                @Override
                public boolean test(Observation observation) {
                    if (observation instanceof Observation.OperationCompleted done
                            && done.client().equals(client)
                            && done.outcome().type() != HistoryEvent.Type.INFO) {
                        seen++;
                    }
                    return seen >= operations;
                }
            };
        }

        @Override
        public String inWords() {
            return operations == 1
                    ? "once an operation of " + client + " has ended"
                    : "after " + operations + " operations of " + client;
        }
    }

    record Sent(Scope scope) implements When {

        @Override
        public Predicate<Observation> watch() {
            return new Predicate<>() {
                private boolean seen;

                @Override
                public boolean test(Observation observation) {
                    seen |= observation instanceof Observation.Sent sent
                            && scope.covers(sent.envelope());
                    return seen;
                }
            };
        }

        @Override
        public boolean touches(NodeId from, NodeId to) {
            return scope.touches(from, to);
        }

        @Override
        public String inWords() {
            return ("once there are messages " + scope.inWords()).strip();
        }
    }
}
