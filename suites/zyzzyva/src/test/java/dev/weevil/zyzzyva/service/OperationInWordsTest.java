package dev.weevil.zyzzyva.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** People read operations and results, not bytes; and bytes that are neither stay bytes. */
class OperationInWordsTest {

    private static final OperationInWords OPERATIONS = new OperationInWords();
    private static final ReplyInWords REPLIES = new ReplyInWords();

    private static Payload encoded(String function, Object value) {
        return Operations.encode(new Invocation(1, function, Optional.of("x"), value));
    }

    @Test
    void everyOperationIsPutInTheWordsOfTheService() {
        assertThat(OPERATIONS.of(encoded("put", "1"))).contains("PUT x 1");
        assertThat(OPERATIONS.of(encoded("get", null))).contains("GET x");
        assertThat(OPERATIONS.of(encoded("append", "+1"))).contains("APPEND x +1");
        assertThat(OPERATIONS.of(encoded("cas", List.of("0", "2")))).contains("CAS x 0 -> 2");
        assertThat(OPERATIONS.of(encoded("stamp", null))).contains("STAMP x");
    }

    @Test
    void aRequestIsDescribedByItsOperation() {
        RecordFormat format = new RecordFormat(ZyzzyvaMessage.class, 1);
        Request request = new Request(
                encoded("put", "1"),
                7,
                NodeId.client(1),
                false,
                false,
                false,
                Request.EVERYBODY,
                Seal.NONE);

        assertThat(format.describe(request))
                .containsEntry("operation", "PUT x 1")
                .containsEntry("client", "c1");
    }

    @Test
    void everyReplyIsPutInWords() {
        assertThat(REPLIES.of(Reply.DONE)).contains("done");
        assertThat(REPLIES.of(Reply.value(Values.encode("2")))).contains("found 2");
        assertThat(REPLIES.of(Reply.value(Values.ABSENT))).contains("found nil");
        assertThat(REPLIES.of(Reply.mismatch(Values.encode("3")))).contains("mismatch, found 3");
        assertThat(REPLIES.of(Reply.refused(new Refusal("no key")))).contains("refused: no key");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(OPERATIONS.of(encoded("put", "v".repeat(10_000))).orElseThrow())
                .hasSize(120)
                .endsWith("…");
    }

    @Test
    void bytesOfAnyOriginHurtNobody() {
        Random random = new Random(1);
        byte[] sound = encoded("cas", List.of("0", "2")).toByteArray();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = i % 2 == 0 ? sound.clone() : new byte[random.nextInt(64)];
            if (i % 2 == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(bytes);
            }
            OPERATIONS
                    .of(Payload.wrap(bytes))
                    .ifPresent(words -> assertThat(words).isNotEmpty());
            REPLIES.of(Payload.wrap(bytes)).ifPresent(words -> assertThat(words).isNotEmpty());
        }
        assertThat(OPERATIONS.of(Payload.EMPTY)).isEmpty();
        assertThat(REPLIES.of(Payload.EMPTY)).isEmpty();
    }
}
