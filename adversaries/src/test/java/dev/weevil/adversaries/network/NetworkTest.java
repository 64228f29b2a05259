package dev.weevil.adversaries.network;

import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R2;
import static dev.weevil.adversaries.script.Bench.R3;
import static dev.weevil.adversaries.script.Bench.touches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.adversaries.gullible.Trial;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.adversaries.script.Bench;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Each fault of the network breaks a protocol that does not expect it. */
class NetworkTest {

    private static final Duration TICK = Duration.ofMillis(1);

    @Test
    void lossLeavesOperationsOpenForEver() {
        Trial trial = Trial.of(Loss.of(0.2).on(Link.ofClients()), 1);

        assertThat(trial.judgement().completed()).isLessThan(Trial.OPERATIONS);
        assertThat(trial.judgement().bites().count(Touch.Kind.DROPPED)).isPositive();
    }

    @Test
    void delayLetsReplicasDecideInDifferentOrders() {
        Attack attack = Delay.between(Duration.ZERO, Duration.ofMillis(30))
                .on(Messages.of(Word.Order.class));

        assertThat(Trial.of(attack, 1).invalid("agreement")).isTrue();
    }

    @Test
    void reorderingLetsReplicasDecideInDifferentOrders() {
        Attack attack = Reordering.of(0.4).on(Messages.of(Word.Order.class));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("agreement")).isTrue();
        assertThat(trial.all(TraceEvent.Held.class)).isNotEmpty();
    }

    @Test
    void duplicatedRequestsAreExecutedTwice() {
        Attack attack = Duplication.of(0.3).on(Messages.of(Word.Ask.class));

        assertThat(Trial.of(attack, 1).invalid("exactly-once")).isTrue();
    }

    @Test
    void aReplayedWriteUndoesALaterOne() {
        Attack attack = Replay.of(0.5, Duration.ofMillis(9)).on(Messages.of(Word.Ask.class));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("exactly-once")).isTrue();
        assertThat(trial.invalid("linearizability")).isTrue();
        assertThat(trial.judgement().bites().count(Touch.Kind.INJECTED)).isPositive();
    }

    @Test
    void damageIsBelievedWhereNothingIsSealed() {
        Attack attack = Damage.all().on(Messages.of(Word.Ask.class));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.judgement().completed()).isLessThan(Trial.OPERATIONS);
        assertThat(trial.judgement().bites().count(Touch.Kind.ALTERED)).isPositive();
    }

    @Test
    void damageIsRefusedWhereASealCoversIt() {
        Trial trial = Trial.of(Damage.of(0.5).on(Messages.of(Word.Order.class)), 1);

        boolean refused = trial.all(TraceEvent.Observed.class).stream()
                .anyMatch(event -> event.fact().name().equals("refused"));
        assertThat(refused).isTrue();
    }

    @Test
    void aPartitionLeavesAHoleInTheLogBehindIt() {
        Attack attack =
                Partition.of(List.of(R3)).between(Duration.ofMillis(10), Duration.ofMillis(20));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("agreement")).isTrue();
        assertThat(trial.judgement().completed()).isEqualTo(Trial.OPERATIONS);
    }

    @Test
    void aMendedCableDeliversWhatItHeld() {
        List<NodeId> others = List.of(R0, R1, R2);
        Attack attack = Partition.holding(List.of(R3), others, When.after(Duration.ofMillis(30)));
        Trial trial = Trial.of(attack, 1);

        int held = trial.judgement().bites().count(Touch.Kind.HELD);
        assertThat(held).isPositive();
        assertThat(trial.judgement().bites().count(Touch.Kind.RELEASED)).isEqualTo(held);
        assertThat(trial.valid("agreement")).isTrue();
    }

    @Test
    void whatIsHeldBackIsReleasedOnceItIsOvertaken() {
        Bench bench = new Bench(Reordering.of(0.5, 1, TICK));
        int heldNow = 0;
        for (int number = 0; number < 200; number++) {
            for (Touch.Kind kind : touches(bench.send(bench.order(R0, R1, number)))) {
                heldNow += kind == Touch.Kind.HELD ? 1 : 0;
                heldNow -= kind == Touch.Kind.RELEASED ? 1 : 0;
            }
        }
        assertThat(heldNow).isLessThan(20);
    }

    @Test
    void whatNobodyOvertakesIsReleasedWhenPatienceEnds() {
        Bench bench = new Bench(Reordering.of(1, 3, TICK));
        Envelope lonely = bench.order(R0, R1, 1);

        List<Act> acts = bench.send(lonely);
        Act.WakeMe wake = (Act.WakeMe) acts.get(1);
        List<Act> released = bench.wake(wake.after().toNanos(), wake.token());

        assertThat(wake.after()).isEqualTo(TICK);
        assertThat(((Act.Deliver) released.get(0)).envelope()).isEqualTo(lonely);
        assertThat(bench.wake(2 * wake.after().toNanos(), wake.token())).isEmpty();
    }

    @Test
    void onlyMessagesOfTheSameLinkOvertake() {
        // One is held for each link; the draw of 0.5 lets about every second one pass.
        Bench bench = new Bench(Reordering.of(0.5, 1, TICK).on(Link.from(R0)));
        for (int number = 0; number < 100; number++) {
            NodeId receiver = number % 2 == 0 ? R1 : R2;
            for (Act act : bench.send(bench.order(R0, receiver, number))) {
                if (act instanceof Act.Deliver deliver) {
                    assertThat(deliver.envelope().to().node()).isEqualTo(receiver);
                }
            }
        }
    }

    @Test
    void aRuleThatEndsReleasesWhatItHolds() {
        Bench bench = new Bench(Reordering.of(1, 3, Duration.ofSeconds(9)).until(When.after(TICK)));
        bench.begin();
        bench.send(bench.order(R0, R1, 1));
        bench.send(bench.order(R0, R2, 1));

        List<Act> acts = bench.sendAt(TICK.toNanos(), bench.order(R0, R3, 1));

        assertThat(touches(acts)).containsExactly(Touch.Kind.RELEASED, Touch.Kind.RELEASED);
        assertThat(acts).hasSize(3);
    }
}
