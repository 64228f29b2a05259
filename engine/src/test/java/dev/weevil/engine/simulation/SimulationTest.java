package dev.weevil.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the simulator promises to nodes and adversaries, shown on the smallest protocol. */
class SimulationTest {

    private static final Endpoint R0 = Endpoint.of(NodeId.replica(0));
    private static final Simulation IN_STEP = new Simulation(Latency.exactly(Duration.ofMillis(1)));

    @Test
    void everyOperationCompletesAfterTwoMessageDelays() throws RunFailed {
        List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, Attack.none()));

        List<TraceEvent.Invoked> invoked = all(events, TraceEvent.Invoked.class);
        List<TraceEvent.Completed> completed = all(events, TraceEvent.Completed.class);
        assertThat(completed).hasSize(10);
        for (TraceEvent.Completed done : completed) {
            long began = invoked.stream()
                    .filter(one -> one.invocation().equals(done.invocation()))
                    .findFirst()
                    .orElseThrow()
                    .nanos();
            assertThat(done.nanos() - began).isEqualTo(Duration.ofMillis(2).toNanos());
        }
    }

    @Test
    void messagesOvertakeEachOtherUnlessLatencyIsExact() throws RunFailed {
        assertThat(overtakings(new Simulation())).isPositive();
        assertThat(overtakings(IN_STEP)).isZero();
    }

    private static int overtakings(Simulation simulation) throws RunFailed {
        int overtakings = 0;
        long last = 0;
        List<TraceEvent> events = Concert.events(simulation, Concert.plan(3, Attack.none()));
        for (TraceEvent.Delivered delivered : all(events, TraceEvent.Delivered.class)) {
            overtakings += delivered.envelope() < last ? 1 : 0;
            last = Math.max(last, delivered.envelope());
        }
        return overtakings;
    }

    @Test
    void aDroppedMessageNeverArrivesAndTheTimerSingsAgain() throws RunFailed {
        Attack deafening = new Script((powers, sent) -> sent.envelope().label().occurrence() == 0
                ? new Act.Drop(sent.envelope(), touched(Touch.Kind.DROPPED))
                : pass(sent));

        List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, deafening));

        assertThat(all(events, TraceEvent.Dropped.class)).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all(events, TraceEvent.TimerFired.class)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(all(events, TraceEvent.Completed.class)).hasSize(10);
    }

    @Test
    void whatStaysOpenDoesNotOutlastThePatienceOfTheBounds() throws RunFailed {
        NodeId unheard = NodeId.client(1);
        Attack muting =
                new Script((powers, sent) -> sent.envelope().from().node().equals(unheard)
                        ? new Act.Drop(sent.envelope(), touched(Touch.Kind.DROPPED))
                        : pass(sent));
        Plan plan = Concert.plan(1, muting);
        Duration patience = Duration.ofMillis(70);

        List<TraceEvent> events =
                Concert.events(IN_STEP, with(plan, plan.bounds().patience(patience)));

        List<TraceEvent.Completed> completed = all(events, TraceEvent.Completed.class);
        long lastCompleted = completed.get(completed.size() - 1).nanos();
        long end = events.get(events.size() - 2).nanos();
        assertThat(completed).hasSize(9);
        assertThat(end - lastCompleted).isBetween(1L, patience.toNanos());
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        TraceEvent.Noted.class,
                        noted -> assertThat(noted.text())
                                .isEqualTo("1 operations were still open when the run ended"));
    }

    private static Plan with(Plan plan, Bounds bounds) {
        return new Plan(
                plan.scenario(),
                plan.system(),
                plan.membership(),
                plan.settings(),
                plan.scheme(),
                plan.workload(),
                plan.attack(),
                plan.seed(),
                bounds);
    }

    @Test
    void alteredMessagesArriveAlteredAndTheTraceKeepsBoth() throws RunFailed {
        Attack forging = new Script((powers, sent) -> {
            var frame = sent.envelope().frame();
            var format = frame.format().orElseThrow();
            var lie = format.with(frame.message().orElseThrow(), "sequence", 99);
            return new Act.Deliver(
                    sent.envelope().with(Frame.of(lie, format)),
                    Duration.ZERO,
                    touched(Touch.Kind.ALTERED));
        });

        List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, forging));

        assertThat(all(events, TraceEvent.Completed.class)).isEmpty();
        assertThat(all(events, TraceEvent.Delivered.class))
                .filteredOn(delivered -> delivered.to().node().isReplica())
                .isNotEmpty()
                .allSatisfy(delivered -> assertThat(
                                delivered.altered().orElseThrow().describe())
                        .containsEntry("sequence", "99"));
    }

    @Test
    void aCrashedNodeIsSilentAndFindsItsDiskAgainUnlessItWasLost() throws RunFailed {
        for (boolean keepsDisk : List.of(true, false)) {
            Attack crash = Script.at(
                    Duration.ofMillis(5), new Disturbance.Crash(R0),
                    Duration.ofMillis(9), new Disturbance.Restart(R0, keepsDisk));

            List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, crash));

            assertThat(facts(events, "woke"))
                    .extracting(seen -> seen.fact().detail())
                    .containsExactly("[]", keepsDisk ? "[last]" : "[]");
            assertThat(facts(events, Fact.DECIDED))
                    .isNotEmpty()
                    .noneMatch(seen -> seen.nanos() > 5_000_000 && seen.nanos() < 9_000_000);
        }
    }

    @Test
    void aPausedNodeTakesEverythingWhenItGoesOn() throws RunFailed {
        Attack pause = Script.at(
                Duration.ofMillis(2), new Disturbance.Pause(R0),
                Duration.ofMillis(40), new Disturbance.Resume(R0));

        List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, pause));

        List<TraceEvent.Observed> decided = facts(events, Fact.DECIDED);
        assertThat(decided).hasSize(10);
        assertThat(decided).noneMatch(seen -> between(seen, 2_000_001, 39_999_999));
    }

    @Test
    void aSkewedClockShowsItsOwnTime() throws RunFailed {
        Attack skew = Script.at(
                Duration.ofMillis(2),
                new Disturbance.Skew(R0, Duration.ofSeconds(5)),
                Duration.ofMillis(900),
                new Disturbance.Resume(R0));

        List<TraceEvent> events = Concert.events(IN_STEP, Concert.plan(1, skew));

        assertThat(facts(events, Fact.DECIDED))
                .anyMatch(seen -> Long.parseLong(seen.fact().detail()) > 5_000_000_000L);
    }

    @Test
    void theAdversaryIsShownOnlyLinksItsRulesCanTouch() throws RunFailed {
        List<Endpoint> shown = new ArrayList<>();
        Attack watching = new Script((powers, sent) -> {
            shown.add(sent.envelope().to());
            return pass(sent);
        });

        Concert.events(IN_STEP, Concert.plan(1, watching));

        assertThat(shown).isNotEmpty().allMatch(to -> to.node().isReplica());
    }

    @Test
    void anAdversaryHasNoKeysButThoseOfCorruptedNodes() {
        Attack thieving = new Script((powers, sent) -> {
            powers.keysOf(NodeId.replica(2));
            return pass(sent);
        });

        assertThatThrownBy(() -> Concert.events(IN_STEP, Concert.plan(1, thieving)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r2");
    }

    private static boolean between(TraceEvent event, long from, long to) {
        return event.nanos() >= from && event.nanos() <= to;
    }

    private static List<Touch> touched(Touch.Kind kind) {
        return List.of(new Touch("script", kind));
    }

    private static Act pass(Observation.Sent sent) {
        return new Act.Deliver(sent.envelope(), Duration.ZERO, List.of());
    }

    private static <E extends TraceEvent> List<E> all(List<TraceEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<TraceEvent.Observed> facts(List<TraceEvent> events, String name) {
        return all(events, TraceEvent.Observed.class).stream()
                .filter(seen -> seen.node().equals(R0) && seen.fact().name().equals(name))
                .toList();
    }

    /** One rule on everything sent to replicas, and disturbances by the clock. */
    private record Script(
            BiFunction<Powers, Observation.Sent, Act> rule,
            Function<Observation, List<Act>> otherwise)
            implements Attack {

        Script(BiFunction<Powers, Observation.Sent, Act> rule) {
            this(rule, seen -> List.of());
        }

        static Script at(Duration first, Disturbance one, Duration second, Disturbance two) {
            return new Script((powers, sent) -> pass(sent), seen -> {
                if (seen instanceof Observation.Begun) {
                    return List.of(new Act.WakeMe(first, "one"), new Act.WakeMe(second, "two"));
                }
                if (seen instanceof Observation.Woken woken) {
                    boolean isFirst = woken.token().equals("one");
                    return List.of(new Act.Disturb("script", isFirst ? one : two));
                }
                return List.of();
            });
        }

        @Override
        public Set<NodeId> corrupted() {
            return Set.of();
        }

        @Override
        public List<String> rules() {
            return List.of("script");
        }

        @Override
        public boolean touches(NodeId from, NodeId to) {
            return to.isReplica();
        }

        @Override
        public List<String> describe() {
            return rules();
        }

        @Override
        public Adversary begin(Powers powers) {
            return seen -> seen instanceof Observation.Sent sent
                    ? List.of(rule.apply(powers, sent))
                    : otherwise.apply(seen);
        }
    }
}
