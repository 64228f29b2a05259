package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.first;
import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Requests seen directly, duplicates and CONFIRM-REQ (6.5, Q1 to Q8; C9). */
class RequestsTest {

    private static final NodeId R0 = NodeId.replica(0);

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void aRequestThatThePrimaryMissedReachesItThroughTheBackups(String auth) {
        Transcript run = Cluster.small()
                .with("auth", auth)
                .attacked(losing(sentTo(R0).and(e -> e.label().type().equals("Request"))))
                .run();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.sent("ConfirmRequest")).isNotEmpty();
        assertThat(run.facts(Fact.EXECUTED)).hasSize(4);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void aRetransmissionIsAnsweredFromTheTableAndGetsNoNewNumber() {
        Transcript run = Cluster.small()
                .attacked(losing(ofType(SpeculativeResponse.class).and(first())))
                .run();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.messages(SpeculativeResponse.class))
                .hasSizeGreaterThan(4)
                .allMatch(response -> response.sequence() == 1);
        assertThat(run.facts(Fact.EXECUTED)).hasSize(4);
    }

    @Test
    void aCoveredRetransmissionIsAnsweredWithLocalCommitUnasked() {
        Transcript run = Cluster.small()
                .attacked(losing(sentBy(NodeId.replica(3))
                        .or(ofType(LocalCommit.class).and(e -> e.label().occurrence() < 1))))
                .run();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.messages(LocalCommit.class)).hasSizeGreaterThan(3);
    }

    @Test
    void everythingTwiceAndLateChangesNothing() {
        Touch twice = new Touch("test", Touch.Kind.DUPLICATED);
        Meddling duplicating = new Meddling(
                Set.of(),
                (powers, sent) -> List.of(
                        new Act.Deliver(sent.envelope(), Duration.ZERO, List.of()),
                        new Act.Deliver(sent.envelope(), Duration.ofMillis(2), List.of(twice)),
                        new Act.Deliver(sent.envelope(), Duration.ofMillis(9), List.of(twice))));

        Transcript run =
                Cluster.small().operations(60).attacked(duplicating).busy(3, 11).run();

        assertThat(run.outcomes()).hasSize(60);
        assertThat(run.facts(Fact.EXECUTED)).hasSize(240);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
        assertThat(run.facts("convicted")).isEmpty();
    }

    @Test
    void randomLossOfAFifthIsSurvived() {
        Meddling lossy = new Meddling(
                Set.of(),
                (powers, sent) -> powers.decision("loss", sent.envelope()).unit() < 0.2
                        ? List.of(new Act.Drop(
                                sent.envelope(), List.of(new Touch("test", Touch.Kind.DROPPED))))
                        : Meddling.pass(sent));
        for (long seed = 1; seed <= 10; seed++) {
            Transcript run =
                    Cluster.small().operations(30).attacked(lossy).busy(3, seed).run();

            assertThat(run.outcomes()).as("seed %s", seed).hasSize(30);
            for (int i = 0; i < 4; i++) {
                assertThat(run.facts(Fact.EXECUTED, NodeId.replica(i)))
                        .extracting(Fact::digest)
                        .doesNotHaveDuplicates();
            }
        }
    }
}
