package dev.weevil.zyzzyva.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.zyzzyva.Cluster;
import dev.weevil.zyzzyva.Meddling;
import dev.weevil.zyzzyva.client.ClientFacts;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.replica.Facts;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every invariant rejects a run in which just what it forbids has happened. */
class RejectionTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final Digest OTHER = Digest.of(Payload.utf8("another"));

    /** A real run with checkpoints, and with a view change, because R0 falls silent. */
    private static Doctored run;

    @BeforeAll
    static void play() {
        Meddling silence = new Meddling(
                Set.of(R0),
                (powers, sent) -> sent.nanos() > 15_000_000 && isFrom(sent.envelope(), R0)
                        ? List.of(new Act.Drop(
                                sent.envelope(), List.of(new Touch("test", Touch.Kind.DROPPED))))
                        : Meddling.pass(sent));
        run = Doctored.of(Cluster.small()
                .with("checkpointInterval", 8)
                .operations(60)
                .attacked(silence)
                .busy(3, 1)
                .run()
                .trace());
    }

    private static boolean isFrom(Envelope envelope, NodeId node) {
        return envelope.from().node().equals(node);
    }

    private static Fact of(Fact fact, Digest digest) {
        return new Fact(fact.name(), fact.view(), fact.sequence(), digest, fact.detail());
    }

    /** The invariant accepts the run as it was, having judged something, and rejects the other. */
    private static String rejected(int number, Trace doctored) {
        Verdict before = Invariants.of(number).judge(run.trace());
        assertThat(before.isValid()).as(before.inWords()).isTrue();
        Verdict verdict = Invariants.of(number).judge(doctored);
        assertThat(verdict.isInvalid()).as(verdict.inWords()).isTrue();
        return verdict.inWords();
    }

    @Test
    void theRunItselfGivesEveryInvariantSomethingToJudge() {
        assertThat(Invariants.all()).hasSize(20).allSatisfy(invariant -> {
            Verdict verdict = invariant.judge(run.trace());
            assertThat(verdict.isValid()).as(verdict.inWords()).isTrue();
            // R0 stays silent, so that the run never gets calm (I19).
            assertThat(Invariants.judged(verdict))
                    .as(invariant.name())
                    .isGreaterThan(Invariants.number(invariant) == 19 ? -1 : 0);
        });
    }

    @Test
    void i1TwoCompletionsOnTwoHistories() {
        Doctored split = run.last(ClientFacts.COMPLETED_AFTER, C1, fact -> of(fact, OTHER));
        assertThat(rejected(1, split.trace()))
                .contains("c1 completed number 59 in view 1 with history " + OTHER.brief());
    }

    @Test
    void i2AReadOfWhatNobodyWrote() {
        rejected(2, wrongRead().trace());
    }

    private static Doctored wrongRead() {
        return run.last(
                event -> event instanceof TraceEvent.Completed done
                        && done.invocation().function().equals("get"),
                event -> {
                    TraceEvent.Completed done = (TraceEvent.Completed) event;
                    return new TraceEvent.Completed(
                            done.nanos(), done.client(), done.invocation(), Outcome.ok("never"));
                });
    }

    @Test
    void i3ACompletedRequestWithoutEffect() {
        Doctored lost = run.last(Fact.COMPLETED, C0, fact -> of(fact, OTHER));
        assertThat(rejected(3, lost.trace())).contains("expected one effect, found none");
    }

    @Test
    void i4AResultThatIsNotTheReferenceMachines() {
        assertThat(rejected(4, wrongRead().trace()))
                .contains("gave OK never", "reference state machine");
    }

    @Test
    void i5TwoItemsAtOneNumber() {
        Doctored twice = run.then(R1, new Fact(Fact.ACCEPTED, 1, lastAccepted(), OTHER, ""));
        assertThat(rejected(5, twice.trace())).contains("r1 accepted history " + OTHER.brief());
    }

    private static long lastAccepted() {
        return Reading.of(run.trace()).told(Fact.ACCEPTED).stream()
                .filter(told -> told.node().node().equals(R1))
                .mapToLong(told -> told.fact().sequence())
                .max()
                .orElseThrow();
    }

    @Test
    void i5AnItemThatDoesNotContinueTheHistory() {
        Fact last = Reading.of(run.trace()).told(Fact.ACCEPTED).stream()
                .filter(told -> told.node().node().equals(R1))
                .map(Reading.Told::fact)
                .reduce((first, second) -> second)
                .orElseThrow();
        Doctored jump =
                run.then(R1, new Fact(Fact.ACCEPTED, 1, last.sequence() + 1, last.digest(), ""));
        assertThat(rejected(5, jump.trace())).contains("expected what continues its own");
    }

    @Test
    void i6TwoCertificatesOfOneNumber() {
        Doctored two = run.last(Facts.STORED_CERTIFICATE, R1, fact -> of(fact, OTHER));
        assertThat(rejected(6, two.trace())).contains("a certificate of number");
    }

    @Test
    void i7TwoInitialHistories() {
        Doctored two = run.last(Facts.ENTERED, R2, fact -> of(fact, OTHER));
        assertThat(rejected(7, two.trace())).contains("entered view 1 with history");
    }

    @Test
    void i8AViewThatBeginsWithoutWhatCompleted() {
        Doctored lost =
                run.last(Facts.ENTERED, R2, fact -> new Fact(fact.name(), 1, 0, Digest.ZERO, ""));
        assertThat(rejected(8, lost.trace())).contains("ends before it");
    }

    @Test
    void i9TwoStatesOfOneCheckpoint() {
        Doctored two = run.last(Fact.STABLE, R1, fact -> of(fact, OTHER));
        assertThat(rejected(9, two.trace())).contains("is stable at");
    }

    @Test
    void i9ARollbackBelowWhatIsStable() {
        Doctored undone = run.then(R1, Fact.of(Fact.ROLLED_BACK, 1, 3, ""));
        assertThat(rejected(9, undone.trace())).contains("r1 rolled back to number 3");
    }

    @Test
    void i10TwoDecisionsOfOneView() {
        rejected(10, run.last(Fact.DECIDED, R1, fact -> of(fact, OTHER)).trace());
    }

    @Test
    void i11AnAcknowledgementOfAnOlderView() {
        Doctored broken = run.then(R1, new Fact(Facts.ACKNOWLEDGED, 0, 9, OTHER, ""));
        assertThat(rejected(11, broken.trace())).contains("expected nothing below view 1");
    }

    @Test
    void i12AViewThatGoesBack() {
        Doctored back = run.then(R1, new Fact(Facts.ENTERED, 0, 0, Digest.ZERO, ""));
        assertThat(rejected(12, back.trace())).contains("expected it never to go back");
    }

    @Test
    void i12ANumberThatIsLeftOut() {
        Doctored skipped = run.last(
                Fact.ACCEPTED,
                R1,
                fact -> new Fact(fact.name(), fact.view(), fact.sequence() + 1, fact.digest(), ""));
        assertThat(rejected(12, skipped.trace())).contains("it told of no rollback");
    }

    @Test
    void i13AConvictionOfACorrectPrimary() {
        Doctored wrong = run.then(R2, Fact.of(Facts.CONVICTED, 1, 9, "r1 by ONE_NUMBER"));
        assertThat(rejected(13, wrong.trace())).contains("r2 holds r1, the primary of view 1");
    }

    @Test
    void i13TwoOrdersOfACorrectPrimaryForOneNumber() {
        TraceEvent.Sent sent = lastOrder();
        OrderRequest order = (OrderRequest) sent.envelope().frame().message().orElseThrow();
        OrderRequest other =
                new OrderRequest(order.view(), order.first() - 1, order.items(), order.seal());
        Envelope envelope = sent.envelope();
        Doctored two = run.then(new TraceEvent.Sent(
                run.end(),
                new Envelope(
                        1_000_000,
                        envelope.from(),
                        envelope.to(),
                        envelope.label(),
                        Frame.of((Message) other, envelope.frame().format().orElseThrow())),
                0));
        assertThat(rejected(13, two.trace())).contains("r1 gave number");
    }

    private static TraceEvent.Sent lastOrder() {
        return run.trace().events().stream()
                .filter(TraceEvent.Sent.class::isInstance)
                .map(TraceEvent.Sent.class::cast)
                .filter(sent -> isFrom(sent.envelope(), R1)
                        && sent.envelope().label().type().equals("OrderRequest"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void i14AnItemBeyondTheWindow() {
        Doctored far = run.then(R1, new Fact(Fact.ACCEPTED, 1, 1000, OTHER, ""));
        assertThat(rejected(14, far.trace())).contains("the end of its window");
    }

    @Test
    void i14AStoreWithoutBound() {
        Doctored full = run.then(R1, Fact.of(Facts.STORES, 1, 100_000, "requests 100000"));
        assertThat(rejected(14, full.trace())).contains("keeps 100000 things");
    }

    @Test
    void i15TwoStatesAfterOneHistory() {
        Doctored two = run.last(Facts.CHECKPOINTED, R1, fact -> of(fact, OTHER));
        assertThat(rejected(15, two.trace()))
                .contains("expected " + OTHER.brief(), "after history");
    }

    @Test
    void i16ACertificateThatNobodySigned() {
        Doctored forged = run.last(Facts.STORED_CERTIFICATE, R1, fact -> of(fact, OTHER));
        assertThat(rejected(16, forged.trace()))
                .contains("expected 3 replicas that may have signed it, found [r0]");
    }

    @Test
    void i17ARequestThatItsClientNeverSent() {
        Doctored unasked = run.without(event -> event instanceof TraceEvent.Sent sent
                && isFrom(sent.envelope(), C0)
                && sent.envelope().label().type().equals(Request.class.getSimpleName())
                && sent.envelope().label().sequence() == 3);
        assertThat(rejected(17, unasked.trace())).contains("found that it had not");
    }

    @Test
    void i18AnOperationThatNeverEnds() {
        Doctored open = run.without(event -> event instanceof TraceEvent.Completed done
                        && done.client().equals(C0)
                        && done.invocation().id() > 40)
                .then(new TraceEvent.Noted(
                        run.end() + Duration.ofMinutes(1).toNanos(), "a minute later"));
        assertThat(rejected(18, open.trace())).contains("is still open after");
    }

    @Test
    void i19ViewsThatChangeForNoReason() {
        Trace quiet = Cluster.small().operations(20).run().trace();
        Doctored restless = Doctored.of(quiet)
                .then(R1, new Fact(Facts.ENTERED, 7, 0, Digest.ZERO, ""))
                .then(R1, new Fact(Facts.ENTERED, 8, 0, Digest.ZERO, ""));
        assertThat(Invariants.judged(Invariants.of(19).judge(quiet))).isEqualTo(20);
        assertThat(rejected(19, restless.trace())).contains("Views [7, 8] were entered");
    }

    @Test
    void i20ACompletionWithTooFewAnswers() {
        Doctored hasty = run.without(event -> event instanceof TraceEvent.Sent sent
                && isFrom(sent.envelope(), R2)
                && sent.envelope().to().equals(Endpoint.of(C0))
                && sent.envelope()
                        .label()
                        .type()
                        .equals(SpeculativeResponse.class.getSimpleName()));
        assertThat(rejected(20, hasty.trace())).contains("c0 completed number", "found");
    }

    @Test
    void whereNothingIsToBeJudgedTheVerdictSaysSo() {
        Trace empty = new Trace(run.trace().header(), List.of());
        assertThat(Invariants.all()).allSatisfy(invariant -> {
            Verdict verdict = invariant.judge(empty);
            assertThat(verdict.isValid()).isTrue();
            assertThat(Invariants.judged(verdict)).isZero();
        });
        assertThat(Invariants.of(1).judge(empty).inWords()).contains("nothing was judged");
    }
}
