package dev.weevil.engine.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Requests that are written down are asked for in their order, by their client, once. */
class FixedRequestsTest {

    private static Request put(String value) {
        return new Request("put", Optional.of("k"), value);
    }

    @Test
    void eachClientAsksForItsOwnAndThenForNothing() {
        FixedRequests requests =
                new FixedRequests(List.of(List.of(put("a"), put("b")), List.of(put("c"))));
        Agenda agenda = new Agenda(
                new Workload("key-value", requests.count(), Duration.ZERO, requests), new Seed(1));

        assertThat(asked(agenda, 0)).contains("a");
        assertThat(asked(agenda, 1)).contains("c");
        assertThat(asked(agenda, 1)).isEmpty();
        assertThat(asked(agenda, 2)).isEmpty();
        assertThat(agenda.isDone()).isFalse();
        assertThat(asked(agenda, 0)).contains("b");
        assertThat(agenda.isDone()).isTrue();
        assertThat(asked(agenda, 0)).isEmpty();
    }

    private static Optional<Object> asked(Agenda agenda, int client) {
        return agenda.next(NodeId.client(client)).map(invocation -> invocation.value());
    }
}
