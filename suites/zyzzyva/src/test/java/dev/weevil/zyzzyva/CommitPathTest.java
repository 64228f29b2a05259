package dev.weevil.zyzzyva;

import static dev.weevil.zyzzyva.Meddling.losing;
import static dev.weevil.zyzzyva.Meddling.lying;
import static dev.weevil.zyzzyva.Meddling.ofType;
import static dev.weevil.zyzzyva.Meddling.sentBy;
import static dev.weevil.zyzzyva.Meddling.sentTo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.workload.Request;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Case 4b: with 2f+1 to 3f matching responses the client commits first (C4 to C7, K1 to K6). */
class CommitPathTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);

    @Test
    void aMuteBackupCostsTwoMoreDelaysBesideTheTimer() {
        // T_COMMIT of 3 ms expires just when the responses are there: 5 delays remain.
        Transcript run =
                Cluster.small().with("tCommit", 3).attacked(losing(sentBy(R3))).run();

        assertThat(run.delays()).isEqualTo(5);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4b");
        assertThat(run.messages(Commit.class)).hasSize(4);
        assertThat(run.facts(Fact.ACCUSED)).isEmpty();
    }

    @Test
    void withMacsTheClientFirstAsksForSignatures() {
        Transcript run = Cluster.small()
                .with("tCommit", 3)
                .with("auth", "MAC")
                .attacked(losing(sentBy(R3)))
                .run();

        assertThat(run.delays()).isEqualTo(7);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4b");
        assertThat(run.messages(SpeculativeResponse.class))
                .filteredOn(r -> !r.statement().seal().equals(Seal.NONE))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void sevenReplicasCommitWithTwoMute() {
        Transcript run = Cluster.small()
                .faults(2)
                .operations(5)
                .attacked(losing(sentBy(R3).or(sentBy(NodeId.replica(5)))))
                .run();

        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(5)
                .allMatch(f -> f.detail().equals("4b"));
    }

    @Test
    void aCertificateDecidesEverythingBeforeItAtEachReplicaOnce() {
        Transcript run =
                Cluster.small().operations(6).attacked(losing(sentBy(R3))).run();

        for (NodeId replica : List.of(R0, NodeId.replica(1), NodeId.replica(2))) {
            assertThat(run.facts(Fact.DECIDED, replica))
                    .extracting(Fact::sequence)
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void aBackupThatLiesInItsResponseIsOutvotedAndNamed() {
        Digest wrong = Digest.of(Payload.utf8("wrong"));
        Transcript run = Cluster.small()
                .attacked(lying(R3, ofType(SpeculativeResponse.class), truth -> {
                    SpeculativeResponse told = (SpeculativeResponse) truth;
                    Statement old = told.statement();
                    var core = old.core();
                    var lie = new ResponseCore(
                            core.view(),
                            core.sequence(),
                            core.history(),
                            wrong,
                            core.client(),
                            core.timestamp());
                    return new SpeculativeResponse(
                            new Statement(lie, R3, old.seal()),
                            Optional.empty(),
                            told.order(),
                            told.maxCommitted(),
                            told.seal());
                }))
                .run();

        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4b");
        assertThat(run.facts("deviated", C0))
                .extracting(Fact::detail)
                .containsExactly("r3 answered otherwise");
    }

    @Test
    void aLateFourthResponseCompletesDuringTheCommitPhase() {
        Transcript run = Cluster.small()
                .with("tCommit", 3)
                .attacked(Meddling.delaying(
                        Cluster.DELAY, sentBy(R3).and(ofType(SpeculativeResponse.class))))
                .run();

        assertThat(run.delays()).isEqualTo(4);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4a");
        assertThat(run.messages(Commit.class)).isNotEmpty();
    }

    @Test
    void aResultThatNobodyButTheSilentReplierHasIsAskedForAgain() {
        String large = "x".repeat(200);
        List<Request> script = List.of(
                new Request("put", Optional.of("k"), large),
                new Request("put", Optional.of("k"), large),
                new Request("get", Optional.of("k"), null));
        // The third request has timestamp 3, so that r3 is asked for the whole result.
        Transcript run = Cluster.small()
                .operations(3)
                .asking((client, count, random) -> script.get((int) count))
                .attacked(losing(sentBy(R3)))
                .run();

        assertThat(run.outcomes()).hasSize(3).contains(Outcome.ok(large));
        assertThat(run.messages(SpeculativeResponse.class))
                .filteredOn(r -> r.core().timestamp() == 3 && r.result().isPresent())
                .isNotEmpty();
    }

    @Test
    void certificatesThatAreForgedOrCountOneReplicaTwiceAreRefused() {
        Transcript run = Cluster.small().attacked(losing(sentBy(R3))).run();
        Commit honest = run.messages(Commit.class).get(0);
        List<Statement> statements = honest.certificate().statements();
        Bench bench = Bench.of(NodeId.replica(1));

        List<Commit> forged = new ArrayList<>();
        forged.add(with(honest, List.of(statements.get(0), statements.get(0), statements.get(1))));
        forged.add(with(honest, statements.subList(0, 2)));
        forged.add(with(
                honest,
                List.of(
                        statements.get(0),
                        statements.get(1),
                        statements.get(2).withSeal(statements.get(1).seal()))));

        for (Commit commit : forged) {
            assertThat(bench.refusals(C0, commit)).hasSize(1);
        }
    }

    private static Commit with(Commit commit, List<Statement> statements) {
        var certificate = commit.certificate();
        return new Commit(
                commit.client(),
                new CommitCertificate(
                        certificate.view(),
                        certificate.sequence(),
                        certificate.history(),
                        statements));
    }

    @Test
    void aCommitThatReachesOneReplicaOnlyHarmsNobody() {
        Transcript run = Cluster.small()
                .operations(4)
                .attacked(losing(sentBy(R3)
                        .or(ofType(Commit.class)
                                .and(sentTo(R0).negate())
                                .and(envelope -> envelope.label().sequence() == 2))))
                .run();

        // Nothing but the view change could complete number 2 without T_COMMIT_RESEND reaching
        // more.
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::sequence).contains(1L);
        assertThat(run.facts(Fact.DECIDED, R0)).extracting(Fact::sequence).contains(1L, 2L);
    }
}
