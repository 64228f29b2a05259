package dev.weevil.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.wire.MessageFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What an adversary sees on the wire between processes, and what it can do there. */
class LinksTest {

    private static final NodeId R2 = NodeId.replica(2);

    @TempDir
    private Path folder;

    @Test
    void operationsCompleteOverLinksThatNobodyTouches() throws RunFailed {
        Counting counting = new Counting().run(folder);

        assertThat(counting.counts()).containsExactlyInAnyOrderElementsOf(upTo(60));
        assertThat(counting.all(TraceEvent.Sent.class)).isEmpty();
        assertThat(counting.notes()).anyMatch(note -> note.startsWith("18 links"));
        assertThat(bytesOf(counting, "r0", "r1")).isPositive();
    }

    @Test
    void everyMessageIsSeenWithItsCauseAndArrivesOnce() throws RunFailed {
        Counting counting = new Counting()
                .attack(Meddling.everywhere(
                        Set.of(), (powers, envelope) -> List.of(Meddling.pass(envelope))))
                .run(folder);

        Map<Long, TraceEvent.Sent> sent = counting.all(TraceEvent.Sent.class).stream()
                .collect(Collectors.toMap(each -> each.envelope().id(), Function.identity()));
        List<Long> delivered = counting.all(TraceEvent.Delivered.class).stream()
                .map(TraceEvent.Delivered::envelope)
                .toList();
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(sent.keySet());
        assertThat(counting.counts()).containsExactlyInAnyOrderElementsOf(upTo(60));
        List<TraceEvent.Sent> places = sent.values().stream()
                .filter(each -> each.envelope().label().type().equals("Next"))
                .toList();
        assertThat(places).hasSizeGreaterThanOrEqualTo(2 * 60);
        // What r0 tells the others it does because a client's wish arrived.
        assertThat(places).allSatisfy(place -> {
            Envelope cause = sent.get(place.cause()).envelope();
            assertThat(cause.label().type()).isEqualTo("Ask");
            assertThat(cause.to()).isEqualTo(place.envelope().from());
        });
    }

    @Test
    void lossAndDelayAreRepairedByTheProtocol() throws RunFailed {
        Counting counting = new Counting()
                .operations(20, Duration.ZERO)
                .attack(Meddling.everywhere(Set.of(), LinksTest::lossAndDelay))
                .run(folder);

        assertThat(counting.counts()).containsExactlyInAnyOrderElementsOf(upTo(20));
        assertThat(counting.all(TraceEvent.Dropped.class)).hasSizeGreaterThanOrEqualTo(20);
        Map<Long, Long> sent = counting.all(TraceEvent.Sent.class).stream()
                .collect(Collectors.toMap(each -> each.envelope().id(), TraceEvent.Sent::nanos));
        assertThat(counting.all(TraceEvent.Delivered.class).stream()
                        .filter(each -> !each.touches().isEmpty()))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.nanos() - sent.get(each.envelope()))
                        .isGreaterThanOrEqualTo(5_000_000));
    }

    /** Loses the first sending of every wish; delays what r1 says. */
    private static List<Act> lossAndDelay(Powers powers, Envelope envelope) {
        if (envelope.label().type().equals("Ask") && envelope.label().occurrence() == 0) {
            return List.of(new Act.Drop(envelope, Meddling.touched(Touch.Kind.DROPPED)));
        }
        if (envelope.from().node().equals(NodeId.replica(1))) {
            return List.of(new Act.Deliver(
                    envelope, Duration.ofMillis(5), Meddling.touched(Touch.Kind.DELAYED)));
        }
        return List.of(Meddling.pass(envelope));
    }

    @Test
    void aHeldMessageIsReleasedAndACorruptedReplicaLiesUnderItsOwnSeal() throws RunFailed {
        List<Envelope> kept = new ArrayList<>();
        Counting counting = new Counting()
                .attack(Meddling.everywhere(Set.of(R2), (powers, envelope) -> {
                    if (!envelope.from().node().equals(R2)) {
                        return List.of(Meddling.pass(envelope));
                    }
                    if (kept.isEmpty()) {
                        kept.add(envelope);
                        return List.of(new Act.Hold(envelope, Meddling.touched(Touch.Kind.HELD)));
                    }
                    return List.of(
                            Meddling.pass(lie(powers, envelope, "count"), Touch.Kind.ALTERED),
                            Meddling.pass(kept.get(0), Touch.Kind.RELEASED));
                }))
                .run(folder);

        assertThat(counting.counts()).containsExactlyInAnyOrderElementsOf(upTo(60));
        assertThat(counting.all(TraceEvent.Held.class)).hasSize(1);
        assertThat(counting.all(TraceEvent.Delivered.class).stream()
                        .filter(each -> each.altered().isPresent()))
                .hasSizeGreaterThan(20)
                .allSatisfy(each ->
                        assertThat(each.altered().get().describe().get("count")).isEqualTo("77"));
        assertThat(counting.all(TraceEvent.Delivered.class).stream()
                        .filter(each -> each.envelope() == kept.get(0).id()))
                .isNotEmpty();
    }

    private static Envelope lie(Powers powers, Envelope envelope, String field) {
        MessageFormat format = envelope.frame().format().orElseThrow();
        Message truth = envelope.frame().message().orElseThrow();
        Message lie = format.resealed(
                truth,
                format.with(truth, field, 77L),
                powers.keysOf(envelope.from().node()));
        return envelope.with(Frame.of(lie, format));
    }

    @Test
    void theKeysOfACorrectNodeAreRefusedByName() {
        Counting counting = new Counting()
                .attack(Meddling.everywhere(
                        Set.of(R2),
                        (powers, envelope) ->
                                List.of(Meddling.pass(lie(powers, envelope, "sequence")))));

        assertThatThrownBy(() -> counting.run(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys of c");
    }

    /** Otherwise no wish would be heard: what completes proves what arrived. */
    @Test
    void anEnvelopeThatTheAdversaryMadeUpArrives() throws RunFailed {
        Counting counting = new Counting()
                .operations(10, Duration.ZERO)
                .attack(Meddling.everywhere(Set.of(R2), LinksTest::wishesComeFromR2))
                .run(folder);

        assertThat(counting.counts()).containsExactlyInAnyOrderElementsOf(upTo(10));
        assertThat(counting.all(TraceEvent.Dropped.class)).hasSizeGreaterThanOrEqualTo(10);
    }

    private static List<Act> wishesComeFromR2(Powers powers, Envelope envelope) {
        if (!envelope.label().type().equals("Ask")) {
            return List.of(Meddling.pass(envelope));
        }
        Envelope copy = new Envelope(
                powers.nextEnvelope(),
                Endpoint.of(R2),
                envelope.to(),
                envelope.label(),
                envelope.frame());
        return List.of(
                new Act.Drop(envelope, Meddling.touched(Touch.Kind.DROPPED)),
                Meddling.pass(copy, Touch.Kind.INJECTED));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static long bytesOf(Counting counting, String from, String to) {
        Map<String, Long> bytes = new TreeMap<>();
        counting.all(TraceEvent.LinkChanged.class)
                .forEach(link ->
                        bytes.merge(link.from() + ">" + link.to(), link.bytes(), Long::sum));
        return bytes.get(from + ">" + to);
    }
}
