package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.delaying;
import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** How long a client waits for the last answers, and that it learns: T_COMMIT's three cases (12.8). */
class PatienceTest {

    private static final NodeId R3 = NodeId.replica(3);

    private static final Predicate<Envelope> ANSWER =
            sentBy(R3).and(ofType(SpeculativeResponse.class));

    private static Cluster adaptive() {
        return Cluster.small().with("adaptiveCommit", true).with("tCommit", 10);
    }

    private static List<String> learnt(Transcript run) {
        return run.facts("patience").stream().map(Fact::detail).toList();
    }

    @Test
    void allAnswersBeforeTheCommitPhaseSetTheTimerToTheirSpreadAndALittleMore() {
        Transcript run = adaptive()
                .operations(3)
                .attacked(delaying(Duration.ofMillis(4), ANSWER))
                .run();

        assertThat(learnt(run)).containsExactly("T_COMMIT 5.000 ms");
        assertThat(run.facts(Fact.COMPLETED)).allMatch(fact -> fact.detail().equals("4a"));
        assertThat(run.messages(Commit.class)).isEmpty();
    }

    @Test
    void anAnswerDuringTheCommitPhaseLengthensTheTimerByHowLateItWas() {
        // One millisecond behind the 10 that the client waits after the third answer.
        Transcript run = adaptive()
                .operations(3)
                .attacked(delaying(Duration.ofMillis(11), ANSWER))
                .run();

        assertThat(learnt(run)).startsWith("T_COMMIT 11.000 ms");
        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(3)
                .allMatch(fact -> fact.detail().equals("4a"));
        assertThat(run.messages(Commit.class)).allMatch(commit -> commit.sequence() == 1);
    }

    @Test
    void anAnswerThatNeverCameHalvesTheTimerDownToALeastOne() {
        Transcript run = adaptive().operations(6).attacked(losing(ANSWER)).run();

        assertThat(learnt(run))
                .containsExactly(
                        "T_COMMIT 5.000 ms, eager",
                        "T_COMMIT 2.500 ms, eager",
                        "T_COMMIT 1.250 ms, eager",
                        "T_COMMIT 1.000 ms, eager");
    }

    @Test
    void afterARequestThatNeededTheCommitPhaseTheNextEntersItAtOnce() {
        Transcript run = adaptive()
                .with("tCommit", 50)
                .operations(3)
                .attacked(losing(ANSWER))
                .run();

        assertThat(run.took().get(0)).isGreaterThan(Duration.ofMillis(50));
        assertThat(run.took().subList(1, 3)).allMatch(Cluster.DELAY.multipliedBy(5)::equals);
        assertThat(run.facts(Fact.COMPLETED)).allMatch(fact -> fact.detail().equals("4b"));
    }

    @Test
    void whenEverybodyAnswersAgainTheClientWaitsAgain() {
        Transcript run = adaptive()
                .operations(6)
                .attacked(losing(ANSWER.and(envelope -> envelope.label().sequence() < 3)))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::detail)
                .containsExactly("4b", "4b", "4a", "4a", "4a", "4a");
        assertThat(run.messages(Commit.class)).allMatch(commit -> commit.sequence() <= 3);
    }

    @Test
    void unlessItIsSetTheTimerStaysAsConfigured() {
        Transcript run = Cluster.small().operations(4).attacked(losing(ANSWER)).run();

        assertThat(learnt(run)).isEmpty();
        assertThat(run.took()).allMatch(Duration.ofMillis(12)::equals);
    }
}
