package dev.weevil.adversaries.schedule;

import static dev.weevil.adversaries.schedule.Play.end;
import static dev.weevil.adversaries.schedule.Play.keep;
import static dev.weevil.adversaries.schedule.Play.lie;
import static dev.weevil.adversaries.schedule.Play.say;
import static dev.weevil.adversaries.schedule.Play.withhold;
import static dev.weevil.adversaries.script.Bench.C0;
import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R2;
import static dev.weevil.adversaries.script.Bench.R3;
import static dev.weevil.adversaries.script.Bench.delivered;
import static dev.weevil.adversaries.script.Bench.touches;
import static dev.weevil.adversaries.script.Bench.untouched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.gullible.Gullible;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.adversaries.script.Bench;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.adversaries.script.Sequence;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A schedule does what its steps say, when their moments come, and nothing else. */
class ScheduleTest {

    private static final Scope ORDERS = Messages.of(Word.Order.class);
    private static final Scope TO_R1 = ORDERS.and(Link.of(R0, R1));
    private static final Scope SECOND = ORDERS.and(Sequence.of(2));

    private static Bench playing(Schedule schedule) {
        Bench bench = new Bench(schedule);
        bench.begin();
        return bench;
    }

    @Test
    void aStepLastsUntilALaterOneEndsIt() {
        Play silence = withhold(TO_R1);
        Bench bench = playing(Schedule.named("s")
                .first("r1 is left out", silence)
                .when(When.sent(SECOND), "r1 is let in", end(silence)));
        Envelope other = bench.order(R0, R2, 1);
        Envelope again = bench.order(R0, R1, 3);

        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.DROPPED);
        assertThat(bench.send(other)).containsExactly(untouched(other));
        bench.send(bench.order(R0, R2, 2));
        assertThat(bench.send(again)).containsExactly(untouched(again));
    }

    @Test
    void theMessageThatBeginsAStepIsTreatedByIt() {
        Bench bench = playing(Schedule.named("s")
                .first("nothing happens")
                .when(When.sent(SECOND), "r1 misses it", withhold(TO_R1)));

        bench.send(bench.order(R0, R1, 1));
        assertThat(touches(bench.send(bench.order(R0, R1, 2)))).containsExactly(Touch.Kind.DROPPED);
    }

    @Test
    void aMomentIsWatchedForFromTheStepBeforeOn() {
        Bench bench = playing(Schedule.named("s")
                .first("nothing happens")
                .when(When.sent(SECOND), "the first time")
                .when(When.sent(SECOND), "the second time", withhold(TO_R1)));

        bench.send(bench.order(R0, R2, 2));
        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).isEmpty();
        bench.send(bench.order(R0, R3, 2));
        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.DROPPED);
    }

    @Test
    void aStepCanBeginWhenItsTimeIsOver() {
        Bench bench = new Bench(Schedule.named("s")
                .first("nothing happens")
                .when(When.sent(SECOND), "r1 is left out", withhold(TO_R1))
                .atTheLatest(Duration.ofSeconds(2)));
        Act.WakeMe alarm = (Act.WakeMe) bench.begin().get(0);

        assertThat(alarm.after()).isEqualTo(Duration.ofSeconds(2));
        bench.wake(2_000_000_000L, alarm.token());
        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.DROPPED);
    }

    @Test
    void anAlarmThatComesAfterItsStepHasBegunStartsNoOther() {
        Bench bench = new Bench(Schedule.named("s")
                .first("nothing happens")
                .when(When.sent(SECOND), "still nothing")
                .atTheLatest(Duration.ofSeconds(2))
                .when(When.sent(ORDERS.and(Sequence.of(9))), "too late", withhold(TO_R1)));
        Act.WakeMe alarm = (Act.WakeMe) bench.begin().get(0);

        bench.send(bench.order(R0, R2, 2));
        bench.wake(2_000_000_000L, alarm.token());
        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).isEmpty();
    }

    @Test
    void aStepCanBeginWithAClientsCompletion() {
        Bench bench = playing(Schedule.named("s")
                .first("nothing happens")
                .when(When.completedBy(C0, 1), "r1 is left out", withhold(TO_R1)));
        Invocation put = new Invocation(1, "put", Optional.of("x"), "1");

        bench.see(new Observation.OperationCompleted(1, C0, put, Outcome.ok("1")));
        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.DROPPED);
    }

    @Test
    void whatIsKeptArrivesInItsOrderWhenThePlayEnds() {
        Play kept = keep(TO_R1);
        Bench bench = playing(Schedule.named("s")
                .first("r1 hears nothing yet", kept)
                .when(When.sent(ORDERS.and(Link.to(R2))), "r1 hears all", end(kept)));

        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.HELD);
        bench.send(bench.order(R0, R1, 2));
        List<Act> acts = bench.send(bench.order(R0, R2, 1));
        assertThat(touches(acts)).containsExactly(Touch.Kind.RELEASED, Touch.Kind.RELEASED);
        assertThat(acts.subList(0, 2))
                .extracting(act -> delivered(act).sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void aLieIsSealedByTheLiarAndMayQuoteWhatWasNoted() {
        Note<Word.Order> noted = Note.first(Word.Order.class, TO_R1);
        Bench bench = playing(Schedule.named("s")
                .corrupting(R0)
                .noting(noted)
                .first(
                        "r0 repeats itself",
                        lie(
                                Word.Order.class,
                                ORDERS.and(Link.of(R0, R2)),
                                "says what it said to r1",
                                (order, notes) -> notes.of(noted)
                                        .map(o -> order.saying(o.value().toString()))
                                        .orElse(order))));

        bench.send(bench.order(R0, R1, 7));
        List<Act> acts = bench.send(bench.order(R0, R2, 8));
        assertThat(touches(acts)).containsExactly(Touch.Kind.ALTERED);
        Word.Order told = (Word.Order) delivered(acts.get(0));
        assertThat(bench.keysOf(R1).verify(R0, Gullible.FORMAT.covered(told, "seal"), told.seal()))
                .isTrue();
    }

    @Test
    void nobodyCorrectCanBeMadeToLieOrToSpeak() {
        Bench lying = playing(Schedule.named("s")
                .first("r0 lies", lie(Word.Order.class, ORDERS, "lies", (o, n) -> o.saying("x"))));
        Bench speaking = playing(Schedule.named("s")
                .corrupting(R1)
                .first("nothing happens")
                .when(
                        When.sent(ORDERS),
                        "r0 speaks",
                        say(R0, "speaks", (n, k) -> Optional.empty(), R1)));

        assertThatThrownBy(() -> lying.send(lying.order(R0, R1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s.1 asked for the keys of r0");
        assertThatThrownBy(() -> speaking.send(speaking.order(R0, R1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s.2 asked for the keys of r0");
    }

    @Test
    void whatALiarSaysIsSaidOnceToEachReceiver() {
        Play.Speech speech = (notes, keys) -> {
            Word.Done bare = new Word.Done(1, keys.owner(), Payload.utf8("x"), Seal.NONE);
            Seal seal = keys.sign(notes.format().covered(bare, "seal"));
            return Optional.of(new Word.Done(1, keys.owner(), bare.value(), seal));
        };
        Bench bench = playing(Schedule.named("s")
                .corrupting(R3)
                .first("nothing happens")
                .when(When.sent(ORDERS), "r3 answers", say(R3, "says x", speech, C0, R1)));

        List<Act> acts = bench.send(bench.order(R0, R1, 1));
        assertThat(touches(acts)).containsExactly(Touch.Kind.INJECTED, Touch.Kind.INJECTED);
        assertThat(((Word.Done) delivered(acts.get(0))).replica()).isEqualTo(R3);
        assertThat(touches(bench.send(bench.order(R0, R1, 2)))).isEmpty();
    }

    @Test
    void whatIsWithheldIsNotLiedIn() {
        Bench bench = playing(Schedule.named("s")
                .corrupting(R0)
                .first(
                        "r0 lies in vain",
                        lie(Word.Order.class, ORDERS, "lies", (o, n) -> o.saying("x")),
                        withhold(TO_R1)));

        assertThat(touches(bench.send(bench.order(R0, R1, 1)))).containsExactly(Touch.Kind.DROPPED);
        assertThat(touches(bench.send(bench.order(R0, R2, 1)))).containsExactly(Touch.Kind.ALTERED);
    }

    @Test
    void linksThatNoStepIsAboutAreNeverShown() {
        Schedule schedule = Schedule.named("s").first("r1 is left out", withhold(TO_R1));

        assertThat(schedule.touches(R0, R1)).isTrue();
        assertThat(schedule.touches(R1, R0)).isFalse();
        assertThat(schedule.noting(Note.first(Word.Done.class, Link.of(R2, C0))).touches(R2, C0))
                .isTrue();
    }

    @Test
    void itTellsItsStepsInWords() {
        Schedule schedule = Schedule.named("late-order")
                .corrupting(R0)
                .first("r0 orders behind r1's back", withhold(TO_R1))
                .when(
                        When.completedBy(C0, 1),
                        "r0 lies",
                        lie(Word.Order.class, ORDERS, "says x", (o, n) -> o.saying("x")))
                .atTheLatest(Duration.ofSeconds(1));

        assertThat(schedule.describe())
                .containsExactly(
                        "late-order.1: at once, r0 orders behind r1's back: withholds messages of"
                                + " type Order from r0 to r1",
                        "late-order.2: once an operation of c0 has ended or 1 s have passed, r0"
                                + " lies: the sender says x in messages of type Order");
        assertThat(schedule.rules()).containsExactly("late-order.1", "late-order.2");
        assertThat(schedule.when(When.sent(ORDERS), "all is well").rules())
                .isEqualTo(schedule.rules());
        assertThatThrownBy(() -> Schedule.named("two words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'two words'");
    }
}
