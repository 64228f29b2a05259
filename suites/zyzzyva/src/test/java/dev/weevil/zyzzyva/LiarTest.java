package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.proof.HistoryChain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One replica that lies, withholds and equivocates at random never splits what clients saw (I1, I3). */
class LiarTest {

    private static final List<Touch> TOUCHED = List.of(new Touch("liar", Touch.Kind.ALTERED));
    private static final HistoryChain CHAIN = new HistoryChain(true);

    /** @param optimised whether clients use what shortens their way (12.5, 12.8) */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRepairedRulesKeepOneHistoryUnderALyingPrimary(boolean optimised) {
        NodeId liar = NodeId.replica(0);
        int changes = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Transcript run = Cluster.small()
                    .with("checkpointInterval", 8)
                    .with("commitOpt", optimised)
                    .with("readOnly", optimised)
                    .with("adaptiveCommit", optimised)
                    .with("tReq", 60)
                    .with("tNewView", 60)
                    .operations(40)
                    .attacked(liar(liar))
                    .busy(3, seed)
                    .lasting(Duration.ofSeconds(4))
                    .run();

            ViewChangeTest.assertOneHistory(run);
            assertOneDigestPerStableNumber(run, seed);
            assertThat(run.broken()).as("seed %s", seed).isEmpty();
            assertThat(run.facts(Fact.COMPLETED)).as("seed %s", seed).isNotEmpty();
            changes += run.facts("entered").size();
        }
        assertThat(changes).isPositive();
    }

    /** I9. */
    private static void assertOneDigestPerStableNumber(Transcript run, long seed) {
        Map<Long, Digest> known = new HashMap<>();
        for (Fact stable : run.facts("stable")) {
            Digest before = known.putIfAbsent(stable.sequence(), stable.digest());
            assertThat(before == null || before.equals(stable.digest()))
                    .as("seed %s: %s", seed, stable)
                    .isTrue();
        }
    }

    private static Meddling liar(NodeId liar) {
        return new Meddling(Set.of(liar), (powers, sent) -> {
            Envelope envelope = sent.envelope();
            double dice = powers.decision("liar", envelope).unit();
            if (!envelope.from().node().equals(liar)) {
                return dice < 0.03 ? List.of(new Act.Drop(envelope, TOUCHED)) : Meddling.pass(sent);
            }
            if (dice < 0.2) {
                return List.of(new Act.Drop(envelope, TOUCHED));
            }
            if (dice > 0.6) {
                return Meddling.pass(sent);
            }
            MessageFormat format = envelope.frame().format().orElseThrow();
            Message truth = envelope.frame().message().orElseThrow();
            Keyring keys = powers.keysOf(liar);
            Message told = format.resealed(truth, lie(truth), keys);
            return List.of(
                    new Act.Deliver(envelope.with(Frame.of(told, format)), Duration.ZERO, TOUCHED));
        });
    }

    /** A primary that gives one receiver other choices; a reporter that has forgotten everything. */
    private static Message lie(Message truth) {
        if (truth instanceof OrderRequest order && order.items().size() == 1) {
            OrderedItem item = order.items().get(0);
            Payload choice = Payload.utf8("other");
            Digest history = CHAIN.next(item.history(), item.request(), choice);
            OrderedItem lie = new OrderedItem(history, item.request(), choice, item.body());
            return order.withItems(List.of(lie));
        }
        if (truth instanceof ViewChange report && report.lastView() == 0) {
            return new ViewChange(
                    report.view(),
                    0,
                    report.stable(),
                    report.checkpoints(),
                    report.base(),
                    Optional.empty(),
                    List.of(),
                    report.accusations(),
                    report.replica(),
                    report.seal());
        }
        return truth;
    }
}
