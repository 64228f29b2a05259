package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.lying;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.settings.StateDigests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Checkpoints, garbage collection and state transfer (section 8, G1 to G6, T1 to T6). */
class CheckpointTest {

    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R3 = NodeId.replica(3);

    private static Cluster eights() {
        return Cluster.small().with("checkpointInterval", 8).operations(100);
    }

    @Test
    void checkpointsBecomeStableAtEveryIntervalAndTheWindowMovesOn() {
        Transcript run = eights().run();

        assertThat(run.outcomes()).hasSize(100);
        for (int i = 0; i < 4; i++) {
            assertThat(run.facts("stable", NodeId.replica(i)))
                    .extracting(Fact::sequence)
                    .startsWith(8L, 16L, 24L)
                    .endsWith(96L);
        }
        assertThat(run.facts("stable")).extracting(Fact::digest).hasSize(48);
        assertThat(Set.copyOf(run.facts("stable").stream().map(Fact::digest).toList()))
                .hasSize(12);
    }

    @Test
    void thousandsOfRequestsFlowThroughADefaultWindow() {
        Transcript run = Cluster.small().operations(1000).busy(20, 2).run();

        assertThat(run.outcomes()).hasSize(1000);
        assertThat(run.facts("stable")).isNotEmpty();
        ViewChangeTest.assertOneHistory(run);
    }

    @Test
    void votesOfReplicasCertifyCheckpointNumbersWithoutAClient() {
        Transcript run = eights().run();

        assertThat(run.messages(CheckpointVote.class)).isNotEmpty();
        assertThat(run.sent("Commit")).isEmpty();
        assertThat(run.facts("stored-certificate", R1))
                .extracting(Fact::sequence)
                .contains(8L, 96L);
    }

    @Test
    void aLiarsCheckpointIsIgnored() {
        Transcript run = eights().attacked(lying(R3, ofType(Checkpoint.class), truth -> {
                    Checkpoint told = (Checkpoint) truth;
                    return new Checkpoint(
                            told.view(),
                            told.sequence(),
                            told.history(),
                            Digest.of(Payload.utf8("lie")),
                            told.replica(),
                            told.seal());
                }))
                .run();

        assertThat(run.facts("stable", R1)).hasSize(12);
        assertThat(run.facts("diverged")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StateDigests.class)
    void aReplicaThatWasCutOffTakesOverTheState(StateDigests kind) {
        Transcript run = eights().with("stateDigest", kind).attacked(cutOff(R3)).run();

        assertThat(run.outcomes()).hasSize(100);
        assertThat(run.facts("transferred", R3)).isNotEmpty();
        assertThat(run.facts("stable", R3))
                .last()
                .satisfies(f -> assertThat(f.digest())
                        .isEqualTo(last(run.facts("stable", R1)).digest()));
    }

    private static Fact last(List<Fact> facts) {
        return facts.get(facts.size() - 1);
    }

    private static Meddling cutOff(NodeId node) {
        return new Meddling(Set.of(), (powers, sent) -> {
            boolean away = sent.nanos() > 20_000_000 && sent.nanos() < 500_000_000;
            return away && sentBy(node).or(sentTo(node)).test(sent.envelope())
                    ? List.of(new Act.Drop(sent.envelope(), List.of()))
                    : Meddling.pass(sent);
        });
    }

    @Test
    void aCorruptedPageIsDetectedAndFetchedElsewhere() {
        Meddling cut = cutOff(R3);
        NodeId liar = NodeId.replica(0);
        Transcript run = eights().attacked(new Meddling(Set.of(liar), (powers, sent) -> {
                    var lies = lying(liar, ofType(StatePage.class), truth -> {
                        StatePage told = (StatePage) truth;
                        return new StatePage(
                                told.sequence(), told.page(), Payload.utf8("corrupted"));
                    });
                    return ofType(StatePage.class).test(sent.envelope())
                            ? lies.rule().apply(powers, sent)
                            : cut.rule().apply(powers, sent);
                }))
                .run();

        assertThat(run.facts("transferred", R3)).isNotEmpty();
        assertThat(run.facts(Fact.REFUSED, R3))
                .anyMatch(f -> f.detail().contains("not the page that was proven"));
    }

    @Test
    void orderingHaltsAtTheWindowAndResumesWhenVotesFlowAgain() {
        Transcript run = Cluster.small()
                .with("checkpointInterval", 8)
                .operations(60)
                .attacked(new Meddling(
                        Set.of(),
                        (powers, sent) -> sent.nanos() < 400_000_000L
                                        && ofType(CheckpointVote.class)
                                                .or(ofType(Checkpoint.class))
                                                .test(sent.envelope())
                                ? List.of(new Act.Drop(sent.envelope(), List.of()))
                                : Meddling.pass(sent)))
                .run();

        assertThat(run.outcomes()).hasSize(60);
        assertThat(run.facts(Fact.ACCEPTED).stream().mapToLong(Fact::sequence).max())
                .hasValue(60);
    }

    @Test
    void aReplicaThatLostItsDiskRejoins() {
        Endpoint victim = Endpoint.of(R3);
        Transcript run = eights().attacked(
                        new Restarting(victim, Duration.ofMillis(60), Duration.ofMillis(90)))
                .run();

        assertThat(run.outcomes()).hasSize(100);
        assertThat(run.facts("transferred", R3)).isNotEmpty();
    }

    @Test
    void aRetransmissionAfterCollectionIsAnsweredWithItsOwnHistory() {
        Transcript run = eights().operations(16)
                .attacked(losing(ofType(SpeculativeResponse.class)
                        .and(e -> e.label().sequence() == 16 && e.label().occurrence() < 1)))
                .run();

        assertThat(run.outcomes()).hasSize(16);
        assertThat(run.facts(Fact.EXECUTED)).hasSize(64);
    }

    /** Kills a replica and starts it again without its disk. */
    private record Restarting(Endpoint victim, Duration down, Duration up) implements Attack {

        @Override
        public Set<NodeId> corrupted() {
            return Set.of();
        }

        @Override
        public List<String> rules() {
            return List.of("restarting");
        }

        @Override
        public boolean touches(NodeId sender, NodeId receiver) {
            return false;
        }

        @Override
        public List<String> describe() {
            return rules();
        }

        @Override
        public Adversary begin(Powers powers) {
            return seen -> {
                if (seen instanceof Observation.Begun) {
                    return List.of(new Act.WakeMe(down, "down"), new Act.WakeMe(up, "up"));
                }
                if (seen instanceof Observation.Woken woken) {
                    return List.of(new Act.Disturb(
                            "restarting",
                            woken.token().equals("down")
                                    ? new Disturbance.Crash(victim)
                                    : new Disturbance.Restart(victim, false)));
                }
                return List.of();
            };
        }
    }
}
