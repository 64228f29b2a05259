package dev.weevil.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.SyntheticRun;
import dev.weevil.reports.evidence.ClientHistory;
import dev.weevil.reports.evidence.Conflict;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.evidence.Journeys;
import dev.weevil.reports.evidence.ReplicaLogs;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** What is packed for the page is what happened; what does not fit leaves faults and conflict in. */
class TimelineTest {

    private static final Trace TRACE = SyntheticRun.violated(220);
    private static final Judgement JUDGEMENT = SyntheticRun.judge(TRACE);
    private static final ClientHistory HISTORY = ClientHistory.of(TRACE);
    private static final List<Journey> JOURNEYS = Journeys.of(TRACE);
    private static final Conflict CONFLICT =
            Conflict.of(TRACE, JUDGEMENT, HISTORY, ReplicaLogs.of(TRACE));

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void columnsReadBackWhateverTheNumbers() {
        for (int round = 0; round < 300; round++) {
            long[] numbers = LongStream.generate(this::anyNumber)
                    .limit(random.nextInt(40))
                    .toArray();
            Pack pack = new Pack();
            pack.column(numbers);

            Unpacked back = new Unpacked(pack.toByteArray());

            assertThat(back.column()).isEqualTo(numbers);
            assertThat(back.isAtEnd()).isTrue();
        }
    }

    private long anyNumber() {
        return random.nextLong(-Pack.LARGEST, Pack.LARGEST + 1) >> random.nextInt(50);
    }

    @Test
    void numbersThatNoScriptCanHoldAreClamped() {
        Pack pack = new Pack();
        pack.column(new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 3});

        assertThat(new Unpacked(pack.toByteArray()).column())
                .containsExactly(Pack.LARGEST, -Pack.LARGEST, 3);
    }

    @Test
    void everyMessageOperationAndMarkIsInThePage() {
        Parts parts = Parts.of(timeline(Timeline.MOST_CHARACTERS));

        assertThat(parts.messages.get(0))
                .containsExactly(
                        JOURNEYS.stream().mapToLong(j -> j.envelope().id()).toArray());
        assertThat(parts.messages.get(1))
                .containsExactly(JOURNEYS.stream().mapToLong(Journey::sentNanos).toArray());
        assertThat(parts.operations.get(0)).hasSize(HISTORY.operations().size());
        assertThat(parts.marks.get(0)).hasSizeGreaterThan(2_000);
        assertThat(Arrays.stream(parts.operations.get(5)).sum())
                .isEqualTo(CONFLICT.operations().size());
    }

    @Test
    void everythingThatWasSaidInTwoWaysIsAFork() {
        Parts parts = Parts.of(timeline(Timeline.MOST_CHARACTERS));
        long[] forks = parts.messages.get(15);

        long forked = Arrays.stream(forks).filter(fork -> fork > 0).count();

        // The primary's order, and the answers of both liars.
        assertThat(Arrays.stream(forks).max()).hasValue(3);
        assertThat(forked).isBetween(6L, 10L);
    }

    @Test
    void whatDoesNotFitLeavesTheConflictAndEveryFault() {
        Timeline whole = timeline(Timeline.MOST_CHARACTERS);
        Timeline part = timeline(whole.data().length() / 3);
        Parts parts = Parts.of(part);
        long bitten = JOURNEYS.stream().filter(Journey::isBitten).count();

        assertThat(whole.shortened()).isEmpty();
        assertThat(part.shortened()).isPresent();
        assertThat(part.data().length()).isLessThanOrEqualTo(whole.data().length() / 3);
        assertThat(parts.messages.get(0).length).isBetween((int) bitten, JOURNEYS.size() / 2);
        assertThat(Arrays.stream(parts.operations.get(5)).sum())
                .isEqualTo(CONFLICT.operations().size());
    }

    private static Timeline timeline(int characters) {
        return Timeline.of(TRACE, JOURNEYS, HISTORY.operations(), CONFLICT, characters);
    }

    private record Parts(
            List<String> texts,
            List<long[]> messages,
            List<long[]> operations,
            List<long[]> marks) {

        static Parts of(Timeline timeline) {
            Unpacked in = Unpacked.of(timeline);
            assertThat(in.unsigned()).isEqualTo(Encoding.VERSION);
            List<String> texts = in.texts();
            in.columns(3 + 2 + 1);
            Parts parts = new Parts(texts, in.columns(16), in.columns(10), in.columns(9));
            assertThat(in.column()).hasSize(6);
            assertThat(in.isAtEnd()).isTrue();
            return parts;
        }
    }
}
