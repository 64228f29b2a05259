package dev.weevil.checker.linearizability;

import dev.weevil.checker.linearizability.RandomHistories.Ask;
import dev.weevil.checker.linearizability.RandomHistories.Kind;
import dev.weevil.checker.model.Models;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The engine of sets answers as a plain search does. */
class SetDifferentialTest {

    private static final int ROUNDS = 20_000;

    private final EngineComparison comparison =
            new EngineComparison(Models.set(), new SetByElement());

    @Test
    void elementsAnswerAsThePlainSearchDoes() {
        compare(0.6, 1, "contains", "remove", "remove");
        compare(0.5, 1, "contains", "contains", "remove");
        comparison.assertGivenOften("saw an element that nobody had added");
        comparison.assertGivenOften("saw an element before it can have been added");
        comparison.assertGivenOften("saw an element after it must have been removed");
        comparison.assertGivenOften("missed an element that had been added");
        comparison.assertGivenOften("missed an element that was there all along");
        comparison.assertGivenOften("removed what nobody had added");
        comparison.assertGivenOften("removed an element before it can have been added");
    }

    @Test
    void readsAnswerAsThePlainSearchDoes() {
        compare(0.25, 2, "contains", "read", "read");
        comparison.assertGivenOften("saw an element that nobody had added");
        comparison.assertGivenOften("each lack an element that the other saw");
        comparison.assertGivenOften("lacks an element that must have been added before it");
        comparison.assertGivenOften("returned before all that it must follow");
        comparison.assertGivenOften("missed an element that had been added");
    }

    private void compare(double corruption, int elements, String... observations) {
        Random random = new Random(elements);
        for (int round = 0; round < ROUNDS; round++) {
            Kind kind = new Kind(
                    Models.set(),
                    asks(elements, List.of(observations)),
                    (ask, state) -> results(ask),
                    random.nextInt(3) == 0 ? 0.15 : 0,
                    random.nextInt(4) == 0 ? 0 : corruption,
                    random.nextInt(4) == 0 ? 0.1 : 0);
            int size = 4 + random.nextInt(3);
            comparison.compare(RandomHistories.of(kind, size, random).operations());
        }
        comparison.assertBetweenThirtyAndSeventyPercentInvalid();
        comparison.assertDecidedMost();
    }

    /** Each element is removed once at most, and seldom added twice. */
    private static Function<Random, Ask> asks(int elements, List<String> observations) {
        List<Long> toAdd = new ArrayList<>();
        List<Long> toRemove = new ArrayList<>();
        for (long element = 1; element <= elements; element++) {
            toAdd.add(element);
            toRemove.add(element);
        }
        return random -> {
            if (!toAdd.isEmpty() && random.nextInt(4) == 0) {
                int at = random.nextInt(toAdd.size());
                boolean again = random.nextInt(12) == 0;
                return new Ask("add", again ? toAdd.get(at) : toAdd.remove(at));
            }
            String function = observations.get(random.nextInt(observations.size()));
            if (function.equals("remove") && !toRemove.isEmpty()) {
                return new Ask("remove", toRemove.remove(random.nextInt(toRemove.size())));
            }
            return function.equals("read")
                    ? new Ask("read", null)
                    : new Ask("contains", 1L + random.nextInt(elements));
        };
    }

    private static List<Object> results(Ask ask) {
        return switch (ask.function()) {
            case "read" -> List.of(List.of(), List.of(1L), List.of(2L), List.of(1L, 2L));
            case "contains" -> List.of(true, false);
            default -> List.of(true, false, "done");
        };
    }
}
