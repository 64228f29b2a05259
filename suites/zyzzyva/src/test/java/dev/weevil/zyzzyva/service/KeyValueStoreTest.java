package dev.weevil.zyzzyva.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The service is a bounded function of its operations (section 1, point 4). */
class KeyValueStoreTest {

    private final KeyValueStore store = new KeyValueStore();

    private Outcome ask(String function, Object key, Object value) {
        return ask(store, function, key, value);
    }

    private static Outcome ask(KeyValueStore store, String function, Object key, Object value) {
        Invocation invocation = new Invocation(1, function, Optional.of(key), value);
        Payload operation = Operations.encode(invocation);
        Payload choice = KeyValueStore.choose(operation, 77);
        return Operations.outcome(invocation, store.execute(operation, choice, false));
    }

    @Test
    void valuesComeBackAsTheyWere() {
        List<Object> nested = List.of(true, 1L, "ä", List.of());
        for (Object value : List.of(5L, "text", false, nested)) {
            assertThat(ask("put", "k", value)).isEqualTo(Outcome.ok(value));
            assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok(value));
        }
        assertThat(ask("put", "k", null)).isEqualTo(Outcome.ok(null));
        assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok(null));
    }

    @Test
    void appendGrowsTextAndLists() {
        assertThat(ask("append", "t", "a")).isEqualTo(Outcome.ok("a"));
        ask("append", "t", "b");
        ask("put", "l", List.of());
        ask("append", "l", 3L);
        ask("put", "n", 1L);
        ask("append", "n", "x");

        assertThat(ask("get", "t", null)).isEqualTo(Outcome.ok("ab"));
        assertThat(ask("get", "l", null)).isEqualTo(Outcome.ok(List.of(3L)));
        assertThat(ask("get", "n", null)).isEqualTo(Outcome.ok("1x"));
    }

    @Test
    void aStampIsThePrimarysClock() {
        assertThat(ask("stamp", "k", null)).isEqualTo(Outcome.ok(77L));
        assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok(77L));
    }

    @Test
    void aComparisonWithTheWrongValueFailsAndWritesNothing() {
        ask("put", "k", "a");

        assertThat(ask("cas", "k", List.of("b", "c")).type()).isEqualTo(HistoryEvent.Type.FAIL);
        assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok("a"));
        assertThat(ask("cas", "new", Arrays.asList(null, "c")).type())
                .isEqualTo(HistoryEvent.Type.OK);
    }

    @Test
    void aWriteDeclaredToBeAReadIsRefused() {
        Invocation put = new Invocation(1, "put", Optional.of("k"), "v");
        Payload reply = store.execute(Operations.encode(put), Payload.EMPTY, true);

        assertThat(Operations.outcome(put, reply).note()).contains("read-only");
        assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok(null));
    }

    @Test
    void anAppendThatWouldOutgrowTheLimitIsRefused() {
        String chunk = "x".repeat(40_000);
        ask("append", "k", chunk);

        assertThat(ask("append", "k", chunk).note()).startsWith("refused: a value of");
        assertThat(ask("get", "k", null)).isEqualTo(Outcome.ok(chunk));
    }

    @Test
    void whatTheStoreCannotHoldIsRefusedBeforeItIsSent() {
        for (Object value : List.of(1.5, new Object())) {
            assertThatThrownBy(() -> ask("put", "k", value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ask("put", "k", "x".repeat(70_000)))
                .hasMessageContaining("at most 65536 bytes");
    }

    @Test
    void randomBytesAreAnsweredAlikeByEveryStoreAndChangeNothing() {
        KeyValueStore other = new KeyValueStore();
        ask("put", "k", "v");
        ask(other, "put", "k", "v");
        SplittableRandom random = new Seed(9).generator();
        byte[] honest = Operations.encode(
                        new Invocation(1, "put", Optional.of("key"), List.of("a", 1L)))
                .toByteArray();
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = honest.clone();
            if (i % 2 == 0) {
                bytes = new byte[random.nextInt(60)];
                random.nextBytes(bytes);
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Payload operation = Payload.wrap(bytes);
            assertThat(store.execute(operation, Payload.EMPTY, false))
                    .isEqualTo(other.execute(operation, Payload.EMPTY, false));
        }
        assertThat(store.snapshot().digests()).isEqualTo(other.snapshot().digests());
    }

    @Test
    void aSnapshotKeepsItsContentAndCanBePutTogetherAgain() {
        IntStream.range(0, 200).forEach(i -> ask("put", "k" + i, (long) i));
        Snapshot before = store.snapshot();
        IntStream.range(0, 200).forEach(i -> ask("put", "k" + i, "changed"));
        List<Payload> pages = new ArrayList<>();
        IntStream.range(0, before.size()).forEach(i -> pages.add(before.page(i)));

        KeyValueStore restored = new KeyValueStore(Snapshot.of(pages).orElseThrow());

        assertThat(ask(restored, "get", "k7", null)).isEqualTo(Outcome.ok(7L));
        assertThat(restored.snapshot().digests()).isEqualTo(before.digests());
        assertThat(store.snapshot().digests()).isNotEqualTo(before.digests());
        assertThat(Snapshot.of(pages.subList(1, 4))).isEmpty();
    }
}
