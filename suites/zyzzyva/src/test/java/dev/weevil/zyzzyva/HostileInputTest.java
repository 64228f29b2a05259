package dev.weevil.zyzzyva;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whatever arrives, a node throws nothing, and a correct request is served behind it. */
class HostileInputTest {

    private static final int EACH = 6_000;
    private static final NodeId LIAR = NodeId.replica(0);
    private static final long[] NUMBERS = {
        Long.MIN_VALUE,
        -1,
        0,
        1,
        2,
        63,
        64,
        255,
        256,
        257,
        1L << 31,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE
    };

    @ParameterizedTest
    @CsvSource({"SIGN,true,false", "SIGN,true,true", "MAC,true,false", "MAC,false,true"})
    void mutatedAndRandomFramesNeverThrowAndAreCounted(
            String auth, boolean defences, boolean optimised) {
        Settings settings = Settings.NONE
                .with("auth", auth)
                .with("defences", defences)
                .with("commitOpt", optimised)
                .with("readOnly", optimised)
                .with("checkpointInterval", 32);
        List<ZyzzyvaMessage> material = new ArrayList<>(SampleMessages.all());
        material.addAll(recorded(auth, optimised));
        SplittableRandom random = new Seed(auth.hashCode()).generator();
        for (NodeId victim : List.of(NodeId.replica(1), NodeId.client(0))) {
            Bench bench = Bench.of(victim, settings);
            if (victim.isClient()) {
                String function = optimised ? "get" : "put";
                bench.feed(new Event.Invoked(
                        0, new Invocation(1, function, Optional.of("k"), "c0.0")));
            }
            int malformed = 0;
            int refused = 0;
            for (int i = 0; i < EACH; i++) {
                malformed += random(bench, random) ? 0 : 1;
                ZyzzyvaMessage original = material.get(random.nextInt(material.size()));
                List<Effect> effects = mutated(bench, original, i % 2 == 0, random);
                refused += Bench.facts(effects, Fact.REFUSED).size();
            }
            assertThat(malformed).isGreaterThan(EACH / 2);
            assertThat(refused).isGreaterThan(victim.isClient() ? 10 : EACH / 10);
        }
    }

    /** Honest traffic, so that mutations of it come close to being believed. */
    private static List<ZyzzyvaMessage> recorded(String auth, boolean optimised) {
        Transcript run = Cluster.small()
                .with("auth", auth)
                .with("commitOpt", optimised)
                .with("readOnly", optimised)
                .operations(20)
                .attacked(Meddling.losing(Meddling.sentBy(NodeId.replica(3))))
                .run();
        return run.of(TraceEvent.Sent.class)
                .map(sent -> (ZyzzyvaMessage) sent.envelope().frame().message().orElseThrow())
                .toList();
    }

    /** Random bytes, half of them behind an honest header; says whether they had a shape. */
    private static boolean random(Bench bench, SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        if (random.nextBoolean() && bytes.length > 26) {
            byte[] honest = bench.format().encode(SampleMessages.all().get(1)).toByteArray();
            System.arraycopy(honest, 0, bytes, 0, 26);
            bytes[0] = (byte) random.nextInt(24);
        }
        return arrive(bench, Payload.wrap(bytes)).isPresent();
    }

    private static Optional<List<Effect>> arrive(Bench bench, Payload frame) {
        try {
            return Optional.of(bench.arrive(LIAR, bench.format().decode(frame)));
        } catch (Malformed expected) {
            return Optional.empty();
        }
    }

    /** One byte or one field changed; half of these are sealed anew by a corrupted replica. */
    private static List<Effect> mutated(
            Bench bench, ZyzzyvaMessage original, boolean sealed, SplittableRandom random) {
        MessageFormat format = bench.format();
        if (!sealed) {
            byte[] bytes = format.encode(original).toByteArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return arrive(bench, Payload.wrap(bytes)).orElse(List.of());
        }
        Message lie = original;
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            lie = edited(format, lie, random);
        }
        Keyring liar = bench.keysOf(random.nextInt(4) == 0 ? NodeId.client(0) : LIAR);
        return bench.arrive(LIAR, format.resealed(original, lie, liar));
    }

    private static Message edited(MessageFormat format, Message message, SplittableRandom random) {
        Map<String, String> fields = format.describe(message);
        List<String> paths = List.copyOf(fields.keySet());
        if (paths.isEmpty()) {
            return message;
        }
        String path = paths.get(random.nextInt(paths.size()));
        List<Object> values = List.of(
                NUMBERS[random.nextInt(NUMBERS.length)],
                random.nextInt(-2, 9),
                random.nextBoolean(),
                NodeId.replica(random.nextInt(6)),
                NodeId.client(random.nextInt(4)),
                Digest.of(Payload.utf8("lie" + random.nextInt(3))),
                Payload.utf8("lie"),
                List.of(),
                Optional.empty());
        for (int tries = 0; tries < 20; ) {
            try {
                return format.with(message, path, values.get(random.nextInt(values.size())));
            } catch (IllegalArgumentException wrongType) {
                tries++;
            }
        }
        return message;
    }
}
