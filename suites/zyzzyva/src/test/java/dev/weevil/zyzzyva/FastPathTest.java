package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.workload.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Case 4a: without faults a request completes in three message delays (6.1 to 6.3, C3). */
class FastPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"SIGN", "MAC"})
    void completesInThreeMessageDelaysWithoutCommit(String auth) {
        Transcript run = Cluster.small().with("auth", auth).run();

        assertThat(run.outcomes()).containsExactly(Outcome.ok("c0.0"));
        assertThat(run.delays()).isEqualTo(3);
        assertThat(run.facts(Fact.COMPLETED)).extracting(Fact::detail).containsExactly("4a");
        assertThat(run.sent("Request")).hasSize(1);
        assertThat(run.sent("OrderRequest")).hasSize(3);
        assertThat(run.sent("SpeculativeResponse")).hasSize(4);
        assertThat(run.sent("Commit")).isEmpty();
        assertThat(run.facts(Fact.REFUSED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYMBOLIC", "HMAC", "ED25519"})
    void worksUnderEveryScheme(String scheme) {
        Transcript run =
                Cluster.small().operations(3).scheme(Scheme.valueOf(scheme)).run();

        assertThat(run.outcomes()).hasSize(3).allMatch(o -> o.type() == HistoryEvent.Type.OK);
    }

    @Test
    void numbersAreConsecutiveAndEveryReplicaExecutesEachRequestOnce() {
        Transcript run = Cluster.small().operations(100).run();

        assertThat(run.facts(Fact.COMPLETED))
                .extracting(Fact::sequence)
                .containsExactlyElementsOf(numbers(100));
        assertThat(run.facts(Fact.EXECUTED)).hasSize(400);
    }

    @Test
    void sevenReplicasTolerateTwoAndAllAnswer() {
        Transcript run = Cluster.small().faults(2).operations(20).run();

        assertThat(run.facts(Fact.COMPLETED))
                .hasSize(20)
                .allMatch(f -> f.detail().equals("4a"));
        assertThat(run.sent("SpeculativeResponse")).hasSize(140);
    }

    @Test
    void manyClientsShareBatchesAndAllComplete() {
        Transcript run = Cluster.small().operations(200).busy(30, 5).run();

        assertThat(run.outcomes()).hasSize(200);
        assertThat(run.sent("OrderRequest").size()).isLessThan(3 * 200);
        assertThat(run.facts(Fact.EXECUTED)).hasSize(4 * 200);
    }

    @Test
    void aFailedComparisonIsAFailureThatNamesWhatItFound() {
        List<Request> script = List.of(
                new Request("put", Optional.of("k"), "a"),
                new Request("cas", Optional.of("k"), List.of("b", "c")),
                new Request("cas", Optional.of("k"), List.of("a", "c")),
                new Request("append", Optional.of("k"), "d"),
                new Request("get", Optional.of("k"), null),
                new Request("get", Optional.of("other"), null));

        Transcript run = Cluster.small()
                .operations(script.size())
                .asking((client, count, random) -> script.get((int) count))
                .run();

        assertThat(run.outcomes())
                .containsExactly(
                        Outcome.ok("a"),
                        Outcome.fail(List.of("b", "c"), "precondition: found a"),
                        Outcome.ok(List.of("a", "c")),
                        Outcome.ok("d"),
                        Outcome.ok("cd"),
                        Outcome.ok(null));
    }

    @Test
    void whatTheServiceLacksFailsAtTheClientWithoutAMessage() {
        Transcript run = Cluster.small()
                .asking((client, count, random) -> new Request("dequeue", Optional.empty(), null))
                .run();

        assertThat(run.outcomes()).hasSize(1).allMatch(o -> o.type() == HistoryEvent.Type.FAIL);
        assertThat(run.sent("Request")).isEmpty();
    }

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
