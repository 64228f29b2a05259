package dev.weevil.adversaries.script;

import static dev.weevil.adversaries.script.Bench.C0;
import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R2;
import static dev.weevil.adversaries.script.Bench.R3;
import static dev.weevil.adversaries.script.Bench.touches;
import static dev.weevil.adversaries.script.Bench.untouched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.byzantine.Equivocation;
import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.gullible.Gullible;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.adversaries.network.Damage;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.network.Duplication;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Reordering;
import dev.weevil.adversaries.network.Replay;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

class RuleTest {

    private static final Behaviour LOSING =
            Behaviour.each((envelope, hand) -> List.of(hand.drop(envelope)));

    @Test
    void whatIsOutOfScopePassesAsIfTheRuleWereNotThere() {
        Bench bench = new Bench(Silence.of(R2).during(View.of(1)));
        Envelope other = bench.order(R0, R1, 1);
        Envelope otherView = bench.done(R2, C0, 1);

        assertThat(bench.send(other)).containsExactly(untouched(other));
        assertThat(bench.send(otherView)).containsExactly(untouched(otherView));
    }

    @Test
    void decisionsDoNotDependOnTheOrderOfArrival() {
        Attack attack = Loss.of(0.3)
                .then(Delay.between(Duration.ZERO, Duration.ofMillis(9)).sometimes(0.5))
                .then(Duplication.of(0.3));

        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            order.add(i);
        }
        Map<Integer, String> forward = decisions(attack, order);
        Collections.shuffle(order, new Random(5));

        assertThat(decisions(attack, order)).isEqualTo(forward);
        assertThat(Set.copyOf(forward.values())).hasSizeGreaterThan(20);
    }

    private static Map<Integer, String> decisions(Attack attack, List<Integer> order) {
        Bench bench = new Bench(attack);
        Map<Integer, String> decisions = new TreeMap<>();
        for (int number : order) {
            List<Act> acts = bench.send(bench.order(R0, NodeId.replica(number % 3 + 1), number));
            StringBuilder all = new StringBuilder();
            for (Act act : acts) {
                all.append(act instanceof Act.Deliver deliver ? deliver.delay() : "dropped");
            }
            decisions.put(number, all.append(touches(acts)).toString());
        }
        return decisions;
    }

    @Test
    void aRuleRemovedLeavesTheDrawsOfOthersAsTheyWere() {
        Rule loss = Loss.of(0.3);
        Bench alone = new Bench(loss);
        Bench joined = new Bench(Duplication.of(0.5).sometimes(0).then(loss));
        for (int number = 0; number < 100; number++) {
            List<Act> first = alone.send(alone.order(R0, R1, number));
            List<Act> second = joined.send(joined.order(R0, R1, number));
            assertThat(second.get(0).getClass()).isEqualTo(first.get(0).getClass());
        }
    }

    @Test
    void anotherNameOrSeedGivesOtherDraws() {
        List<String> outcomes = List.of(
                losses(new Bench(Loss.of(0.5))),
                losses(new Bench(Loss.of(0.5).named("other"))),
                losses(new Bench(Loss.of(0.5), new Seed(43))));

        assertThat(Set.copyOf(outcomes)).hasSize(3);
    }

    private static String losses(Bench bench) {
        StringBuilder outcome = new StringBuilder();
        for (int number = 0; number < 64; number++) {
            Act act = bench.send(bench.order(R0, R1, number)).get(0);
            outcome.append(act instanceof Act.Drop ? 'x' : '.');
        }
        return outcome.toString();
    }

    @Test
    void theShareIsKept() {
        long lost = losses(new Bench(Loss.of(0))).chars().filter(c -> c == 'x').count();
        long all = losses(new Bench(Loss.of(1))).chars().filter(c -> c == 'x').count();
        long half =
                losses(new Bench(Loss.of(0.5))).chars().filter(c -> c == 'x').count();

        assertThat(lost).isZero();
        assertThat(all).isEqualTo(64);
        assertThat(half).isBetween(20L, 44L);
        assertThatThrownBy(() -> Loss.of(1.1)).hasMessageContaining("0..1, found 1.1");
    }

    @Test
    void whatOneRuleDeliversPassesTheNext() {
        Bench bench = new Bench(
                Duplication.times(2).then(Delay.of(Duration.ofMillis(3))).then(Silence.of(R2)));

        List<Act> passed = bench.send(bench.order(R0, R1, 1));
        List<Act> silenced = bench.send(bench.done(R2, C0, 1));

        assertThat(touches(passed))
                .containsExactly(
                        Touch.Kind.MATCHED,
                        Touch.Kind.DELAYED,
                        Touch.Kind.DUPLICATED,
                        Touch.Kind.DELAYED);
        assertThat(silenced).hasSize(2).allMatch(Act.Drop.class::isInstance);
    }

    @Test
    void whatIsReleasedOnSeeingAnotherIsNotBlamedForItsTouches() {
        Bench bench = new Bench(Delay.of(Duration.ofMillis(3))
                .on(Sequence.of(2))
                .then(Rule.of("keeper", "keeps one of the messages", Scope.all(), keeping())));

        Envelope kept = bench.order(R0, R1, 1);
        assertThat(touches(bench.send(kept))).containsExactly(Touch.Kind.HELD);
        List<Act> acts = bench.send(bench.order(R0, R1, 2));

        assertThat(touches(acts.subList(0, 1)))
                .containsExactly(Touch.Kind.DELAYED, Touch.Kind.MATCHED);
        assertThat(acts.get(1))
                .isEqualTo(new Act.Deliver(
                        kept, Duration.ZERO, List.of(new Touch("keeper", Touch.Kind.RELEASED))));
    }

    /** Keeps the first envelope until it sees the second. */
    private static Behaviour keeping() {
        return hand -> {
            List<Envelope> kept = new ArrayList<>();
            return (envelope, nanos) -> {
                if (kept.isEmpty()) {
                    kept.add(envelope);
                    return List.of(hand.hold(envelope));
                }
                return List.of(hand.pass(envelope), hand.release(kept.get(0)));
            };
        };
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatThrownBy(() -> Loss.of(0.1).then(Loss.of(0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a name of its own");
        assertThat(Loss.of(0.1).then(Loss.of(0.2).named("more")).rules())
                .containsExactly("loss", "more");
    }

    @Test
    void onlyLinksThatARuleCanTouchAreShown() {
        Attack attack = Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R3, order -> order.saying("else"))
                .then(Silence.of(R2).on(Link.to(R1)));

        for (NodeId from : List.of(R0, R1, R2, R3, C0)) {
            for (NodeId to : List.of(R0, R1, R2, R3, C0)) {
                boolean expected =
                        (from.equals(R0) && to.equals(R3)) || (from.equals(R2) && to.equals(R1));
                assertThat(attack.touches(from, to)).as(from + "->" + to).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRuleIsInForceBetweenItsTimes() {
        Bench bench = new Bench(Loss.all().between(Duration.ofNanos(100), Duration.ofNanos(200)));

        assertThat(bench.begin()).allMatch(Act.WakeMe.class::isInstance).hasSize(2);
        Envelope early = bench.order(R0, R1, 1);
        assertThat(bench.sendAt(99, early)).containsExactly(untouched(early));
        assertThat(touches(bench.sendAt(100, bench.order(R0, R1, 2))))
                .containsExactly(Touch.Kind.DROPPED);
        Envelope late = bench.order(R0, R1, 3);
        assertThat(bench.sendAt(200, late)).containsExactly(untouched(late));
    }

    @Test
    void aRuleCanWaitForCompletedOperations() {
        Bench bench = new Bench(Loss.all().from(When.completed(2)));
        Envelope early = bench.order(R0, R1, 1);

        bench.see(completed(1));
        assertThat(bench.send(early)).containsExactly(untouched(early));
        bench.see(completed(2));
        assertThat(touches(bench.send(bench.order(R0, R1, 2)))).containsExactly(Touch.Kind.DROPPED);
    }

    @Test
    void aRuleCanWaitForAMessage() {
        Rule rule = Loss.all().on(Link.from(R1)).from(When.sent(Messages.of(Word.Done.class)));
        Bench bench = new Bench(rule);
        Envelope early = bench.order(R1, R2, 1);

        assertThat(bench.send(early)).containsExactly(untouched(early));
        bench.send(bench.done(R3, C0, 1));
        assertThat(touches(bench.send(bench.order(R1, R2, 2)))).containsExactly(Touch.Kind.DROPPED);
        assertThat(rule.touches(R3, C0)).isTrue();
    }

    private static Observation completed(long id) {
        Invocation invocation = new Invocation(id, "get", Optional.of("k"), null);
        return new Observation.OperationCompleted(id, C0, invocation, Outcome.ok(null));
    }

    @Test
    void aRuleReadsAsASentence() {
        Attack attack = Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R3, order -> order.saying("else"))
                .then(Silence.of(R2).during(View.of(1)).from(When.completed(50)))
                .then(Loss.of(0.2).on(Link.betweenReplicas()))
                .then(Delay.of(Duration.ofMillis(1500)).until(When.after(Duration.ofSeconds(5))));

        assertThat(attack.describe())
                .containsExactly(
                        "equivocation-r0-Order-r3: says something else in messages"
                                + " of type Order from r0 to r3",
                        "silence-r2: drops messages from r2 in view 1, after 50 operations",
                        "loss: drops messages between replicas, 20 % of them",
                        "delay: delays by 1.5 s messages, ends after 5 s");
    }

    @Test
    void keysOfANodeThatIsNotCorruptedAreRefusedByName() {
        Rule honest = Rule.of(
                "forger",
                "asks for a key on messages",
                Set.of(R1),
                Scope.all(),
                Behaviour.each((envelope, hand) -> {
                    hand.keysOf(R0);
                    return List.of();
                }));
        Bench bench = new Bench(honest);
        Bench altering = new Bench(Rule.of(
                "alterer",
                "alters messages",
                Scope.all(),
                Behaviour.each((envelope, hand) ->
                        List.of(hand.alter(envelope, envelope.frame().message().orElseThrow())))));

        assertThatThrownBy(() -> bench.send(bench.order(R0, R1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule forger asked for the keys of r0, which is not corrupted;"
                        + " corrupted are [r1]");
        assertThatThrownBy(() -> altering.send(altering.order(R2, R1, 1)))
                .hasMessageContaining("rule alterer asked for the keys of r2");
    }

    @Test
    void hostileFramesPassEveryRuleWithoutAnException() {
        Attack everything = Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R1, order -> order.saying("else"))
                .then(Lie.by(R0).in(Word.Done.class, done -> done.saying("else")))
                .then(Lie.by(R0).in(Word.Ask.class, "value", Payload.utf8("else")))
                .then(Loss.of(0.1))
                .then(Damage.of(0.1))
                .then(Duplication.of(0.1))
                .then(Replay.of(0.1, Duration.ofMillis(1)))
                .then(Reordering.of(0.1));
        Bench bench = new Bench(everything);
        bench.begin();
        SplittableRandom random = new SplittableRandom(7);
        byte[] honest = bench.order(R0, R1, 3).frame().bytes().toByteArray();

        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(60)] : honest.clone();
            for (int j = 0; j < bytes.length; j++) {
                if (i % 2 == 0 || random.nextInt(30) == 0) {
                    bytes[j] = (byte) random.nextInt();
                }
            }
            Frame frame = i % 3 == 0
                    ? Frame.opaque(Payload.wrap(bytes))
                    : Frame.of(Payload.wrap(bytes), Gullible.FORMAT);
            assertThat(bench.send(bench.envelope(R0, R1, frame))).isNotEmpty();
        }
    }

    @Test
    void aTypedRuleLeavesAFrameThatOnlyClaimsTheTypeAsItIs() {
        Bench bench = new Bench(Equivocation.by(R0)
                .of(Word.Order.class)
                .towards(R1, order -> order.saying("else")));
        Frame claims = Frame.of(Payload.utf8("no order at all"), Gullible.FORMAT);
        Envelope envelope = new Envelope(
                1, Endpoint.of(R0), Endpoint.of(R1), new Label("Order", 0, 1, 0), claims);

        List<Act> acts = bench.send(envelope);

        assertThat(touches(acts)).containsExactly(Touch.Kind.MATCHED);
        assertThat(((Act.Deliver) acts.get(0)).envelope()).isSameAs(envelope);
    }

    @Test
    void anAttackServesAnyNumberOfRuns() {
        Attack attack = Reordering.of(1, 2, Duration.ofMillis(5)).then(Loss.of(0.5));
        Bench first = new Bench(attack);
        Bench second = new Bench(attack);

        first.send(first.order(R0, R1, 1));
        List<Act> mine = first.send(first.order(R0, R1, 2));
        second.send(second.order(R0, R1, 1));
        List<Act> theirs = second.send(second.order(R0, R1, 2));

        assertThat(touches(mine)).isEqualTo(touches(theirs));
    }

    @Test
    void aRulesNameIsAWord() {
        assertThatThrownBy(() -> Rule.of("two words", "drops", Scope.all(), LOSING))
                .hasMessageContaining("'two words'");
    }
}
