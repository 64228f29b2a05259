package dev.weevil.checker.benchmark;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.model.ReadingRules;
import dev.weevil.checker.verdict.Verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One kind of history that is measured, made anew each time and always the same.
 *
 * @param initial as it is told to a peer; empty where the model has but one
 */
record Subject(
        String title,
        String modelName,
        String initial,
        Verdict.Kind expected,
        Supplier<List<HistoryEvent>> recipe) {

    static final List<Subject> ALL = List.of(
            register(5, 1000, 5, 1, 0, false),
            register(10, 1000, 5, 1, 0, false),
            register(10, 1000, 5, 1, 0, true),
            register(20, 1000, 5, 1, 0, false),
            register(20, 1000, 5, 1, 0, true),
            register(30, 1000, 5, 1, 0, false),
            register(30, 1000, 5, 1, 0, true),
            register(20, 10_000, 5, 1, 0, false),
            register(20, 10_000, 5, 1, 0, true),
            register(30, 10_000, 5, 1, 0, true),
            register(10, 1000, 5, 1, 0.01, true),
            register(10, 1000, 5, 1, 0.1, false),
            register(10, 1000, 5, 1, 0.1, true),
            register(10, 10_000, 0, 1, 0, false),
            register(10, 10_000, 0, 1, 0, true),
            register(50, 10_000, 0, 1, 0, false),
            register(200, 10_000, 0, 1, 0, false),
            register(10, 100_000, 0, 1, 0, false),
            register(10, 1_000_000, 0, 1, 0, false),
            register(10, 1_000_000, 5, 1000, 0, false),
            container("fifo-queue", 4, 1000, false),
            container("fifo-queue", 10, 100_000, false),
            container("fifo-queue", 10, 100_000, true),
            container("stack", 10, 100_000, false),
            container("stack", 10, 100_000, true),
            container("priority-queue", 10, 100_000, false),
            container("set", 10, 100_000, false));

    static Subject titled(String title) {
        return ALL.stream()
                .filter(subject -> subject.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no subject " + title));
    }

    private static Subject register(
            int clients, int operations, int values, int keys, double crashes, boolean stale) {
        String title = "register, " + clients + " clients, "
                + (values == 0 ? "unique values, " : values + " values, ")
                + count(operations)
                + (keys > 1 ? ", " + count(keys) + " keys" : "")
                + (crashes > 0 ? ", " + Math.round(crashes * 100) + " % crashed" : "")
                + (stale ? ", stale" : "");
        RegisterHistory history =
                new RegisterHistory(clients, operations, values, keys, crashes, stale, 1);
        return new Subject(title, "cas-register", "0", verdict(stale), history::events);
    }

    private static Subject container(String kind, int clients, int operations, boolean wrong) {
        String title = kind + ", " + clients + " clients, " + count(operations)
                + (wrong ? ", wrong answer" : "");
        ContainerHistory history = new ContainerHistory(kind, clients, operations, wrong);
        return new Subject(title, kind, "", verdict(wrong), history::events);
    }

    private static Verdict.Kind verdict(boolean wrong) {
        return wrong ? Verdict.Kind.INVALID : Verdict.Kind.VALID;
    }

    private static String count(int number) {
        if (number % 1_000_000 == 0) {
            return number / 1_000_000 + " M";
        }
        return number / 1000 + " k";
    }

    Model<?> model() {
        Optional<Object> first = initial.isEmpty() ? Optional.empty() : Optional.of(0L);
        return Models.named(modelName, first, ReadingRules.KNOSSOS);
    }

    List<HistoryEvent> events() {
        return recipe.get();
    }
}
