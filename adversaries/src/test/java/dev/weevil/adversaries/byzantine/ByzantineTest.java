package dev.weevil.adversaries.byzantine;

import static dev.weevil.adversaries.script.Bench.C0;
import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R2;
import static dev.weevil.adversaries.script.Bench.R3;
import static dev.weevil.adversaries.script.Bench.delivered;
import static dev.weevil.adversaries.script.Bench.touches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.gullible.Gullible;
import dev.weevil.adversaries.gullible.Trial;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Bench;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.TraceEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Each lie breaks a protocol that believes it. */
class ByzantineTest {

    @Test
    void aMutePrimaryLeavesEverythingOpen() {
        Trial trial = Trial.of(Silence.of(R0).on(Link.to(R1, R2, R3, C0)), 1);

        assertThat(trial.judgement().completed()).isLessThan(Trial.OPERATIONS);
        assertThat(trial.trace().header().corrupted()).containsExactly(R0);
    }

    @Test
    void aPrimaryThatWithholdsOrdersLeavesAReplicaBehind() {
        Attack attack = Silence.withholding(R0, Messages.of(Word.Order.class)).on(Link.to(R3));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.all(TraceEvent.Observed.class))
                .noneMatch(event -> event.node().node().equals(R3));
    }

    @Test
    void anEquivocatingPrimaryBreaksAgreement() {
        Attack attack = Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R3, order -> order.saying("forged"));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("agreement")).isTrue();
        assertThat(trial.judgement().bites().count(Touch.Kind.ALTERED)).isEqualTo(Trial.OPERATIONS);
    }

    @Test
    void aLyingReplicaBreaksLinearizability() {
        Attack attack = Lie.by(R0).in(Word.Done.class, done -> done.saying("a lie"));
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.invalid("linearizability")).isTrue();
        assertThat(trial.valid("agreement")).isTrue();
    }

    @Test
    void aFieldCanBeSetByItsPath() {
        Attack attack = Lie.by(R0).in(Word.Done.class, "value", Payload.utf8("a lie"));

        assertThat(Trial.of(attack, 1).invalid("linearizability")).isTrue();
        assertThatThrownBy(() -> Trial.of(Lie.by(R0).in(Word.Done.class, "valeu", 1L), 1))
                .hasMessageContaining("valeu");
    }

    @Test
    void aForgedAnswerIsBelievedIfItComesFirst() {
        Attack attack = Forgery.by(R1)
                .on(Word.Order.class, (order, format, keys) -> {
                    Word.Done bare = new Word.Done(
                            order.asked(), keys.owner(), Payload.utf8("forged"), Seal.NONE);
                    Seal seal = keys.sign(format.covered(bare, "seal"));
                    return Optional.of(
                            new Word.Done(order.asked(), keys.owner(), bare.value(), seal));
                })
                .towards(C0);
        Trial trial = Trial.of(attack, 1);

        assertThat(trial.judgement().bites().count(Touch.Kind.INJECTED))
                .isEqualTo(Trial.OPERATIONS);
        assertThat(trial.judgement().bites().count(Touch.Kind.MATCHED)).isEqualTo(Trial.OPERATIONS);
    }

    @Test
    void anAlterationIsSealedByItsSender() {
        Bench bench = new Bench(Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R3, order -> order.saying("else")));

        Word.Order said =
                (Word.Order) delivered(bench.send(bench.order(R0, R3, 7)).get(0));

        assertThat(said.value()).isEqualTo(Payload.utf8("else"));
        Payload covered = Gullible.FORMAT.covered(said, "seal");
        assertThat(bench.keysOf(R3).verify(R0, covered, said.seal())).isTrue();
    }

    @Test
    void anEditThatChangesNothingDoesNotBite() {
        Bench bench =
                new Bench(Equivocation.by(R0).of(Word.Order.class).towards(R3, order -> order));

        assertThat(touches(bench.send(bench.order(R0, R3, 7)))).containsExactly(Touch.Kind.MATCHED);
    }

    @Test
    void aNodeThatIsNotCorruptedCannotBeMadeToLie() {
        Rule framing = Rule.of(
                "framing",
                "frames r2 in messages",
                Link.from(R2),
                Behaviour.each((envelope, hand) -> List.of(hand.alter(
                        envelope,
                        ((Word.Done) envelope.frame().message().orElseThrow()).saying("x")))));

        assertThatThrownBy(() -> Trial.of(framing, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys of r2");
    }

    @Test
    void colludersSignInEachOthersName() {
        Attack attack = Collusion.of(R0, R1)
                .doing("echo", "answer twice messages", Link.of(R0, C0), echoing());
        Bench bench = new Bench(attack);

        List<Act> acts = bench.send(bench.done(R0, C0, 3));

        assertThat(attack.corrupted()).containsExactly(R0, R1);
        Word.Done second = (Word.Done) delivered(acts.get(1));
        Payload covered = Gullible.FORMAT.covered(second, "seal");
        assertThat(second.replica()).isEqualTo(R1);
        assertThat(bench.keysOf(C0).verify(R1, covered, second.seal())).isTrue();
    }

    /** R1 answers whatever R0 answers. */
    private static Behaviour echoing() {
        return Behaviour.each((envelope, hand) -> {
            Word.Done heard = (Word.Done) envelope.frame().message().orElseThrow();
            Word.Done bare = new Word.Done(heard.sequence(), R1, heard.value(), Seal.NONE);
            Seal seal = hand.keysOf(R1).sign(Gullible.FORMAT.covered(bare, "seal"));
            Frame frame = Frame.of(
                    new Word.Done(heard.sequence(), R1, heard.value(), seal), Gullible.FORMAT);
            Endpoint from = Endpoint.of(R1);
            return List.of(
                    hand.pass(envelope), hand.inject(from, envelope.to(), frame, Duration.ZERO));
        });
    }

    @Test
    void injectionsHaveLabelsOfTheirOwn() {
        Attack attack = Collusion.of(R0, R1)
                .doing("echo", "answer twice messages", Link.of(R0, C0), echoing());
        Bench bench = new Bench(attack);

        Act.Deliver first = (Act.Deliver) bench.send(bench.done(R0, C0, 3)).get(1);
        Act.Deliver again = (Act.Deliver) bench.send(bench.done(R0, C0, 3)).get(1);

        assertThat(first.envelope().label().occurrence()).isEqualTo(-1);
        assertThat(again.envelope().label().occurrence()).isEqualTo(-2);
        assertThat(first.envelope().id()).isNotEqualTo(again.envelope().id());
    }
}
