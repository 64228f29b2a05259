package dev.weevil.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.linearizability.Linearizability;
import dev.weevil.checker.verdict.Verdict;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a user writes a model: a deterministic one and one that leaves a choice. */
class ModelExampleTest {

    /** A purse that cannot be overdrawn. */
    private record Purse() implements Model<Long> {

        @Override
        public String name() {
            return "purse";
        }

        @Override
        public Long initial() {
            return 10L;
        }

        @Override
        public Optional<Long> step(Long held, Call call) {
            if (call.function().equals("count")) {
                return held.equals(call.result()) ? Optional.of(held) : Optional.empty();
            }
            long left = held - (Long) call.argument();
            return left >= 0 ? Optional.of(left) : Optional.empty();
        }

        @Override
        public boolean pure(Call call) {
            return call.function().equals("count");
        }

        @Override
        public String refusal(Long held, Call call) {
            return call.function() + " where " + held + " are left";
        }
    }

    /** A die: a roll leaves any of six, a look sees which. */
    private record Die() implements NondeterministicModel<Long> {

        @Override
        public String name() {
            return "die";
        }

        @Override
        public Set<Long> initial() {
            return Set.of(1L);
        }

        @Override
        public Set<Long> steps(Long shown, Call call) {
            if (call.function().equals("roll")) {
                return Set.of(1L, 2L, 3L, 4L, 5L, 6L);
            }
            return shown.equals(call.result()) ? Set.of(shown) : Set.of();
        }
    }

    private final List<HistoryEvent> events = new ArrayList<>();

    private void alone(String function, Object argument, Object result) {
        HistoryEvent invoked =
                HistoryEvent.invoke(events.size(), 1, function, Optional.empty(), argument);
        events.add(invoked);
        events.add(invoked.completed(HistoryEvent.Type.OK, events.size(), result, ""));
    }

    private Verdict check(Model<?> model) {
        return Linearizability.check(new History(events), model, Limits.none());
    }

    @Test
    void aUsersModelSaysInItsWordsWhatIsIllegal() {
        alone("take", 7L, null);
        assertThat(check(new Purse()).isValid()).isTrue();
        alone("take", 7L, null);
        Verdict verdict = check(new Purse());
        assertThat(verdict.isInvalid()).isTrue();
        assertThat(verdict.inWords()).contains("take where 3 are left");
        assertThat(verdict.counterexample()).hasSize(2);
    }

    @Test
    void aNondeterministicModelRemembersWhatIsPossible() {
        alone("roll", null, null);
        alone("look", null, 4L);
        assertThat(check(new Die().determinized()).isValid()).isTrue();
        alone("look", null, 5L);
        assertThat(check(new Die().determinized()).isInvalid()).isTrue();
    }
}
