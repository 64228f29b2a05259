package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The family of messages (section 4): complete samples, one encoding, a rule for each. */
class MessagesTest {

    private static final MessageFormat FORMAT = new RecordFormat(ZyzzyvaMessage.class, 1);

    static List<ZyzzyvaMessage> samples() {
        return SampleMessages.all();
    }

    @Test
    void everyPermittedMessageHasASample() {
        Set<Class<?>> sampled = new HashSet<>();
        samples().forEach(sample -> sampled.add(sample.getClass()));

        assertThat(sampled)
                .containsExactlyInAnyOrder(ZyzzyvaMessage.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsEncodedIsDecodedAlike(ZyzzyvaMessage sample) throws Malformed {
        assertThat(FORMAT.decode(FORMAT.encode(sample))).isEqualTo(sample);
        assertThat(FORMAT.label(FORMAT.encode(sample))).isEqualTo(FORMAT.label(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void replicaAndClientHaveARuleForIt(ZyzzyvaMessage sample) {
        for (NodeId node : List.of(NodeId.replica(1), NodeId.client(0))) {
            List<Effect> effects = Bench.of(node).arrive(NodeId.replica(2), sample);
            assertThat(effects).isNotNull();
        }
    }
}
