package dev.weevil.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One declaration serves encoding, sealing, editing and display. */
class RecordFormatTest {

    private static final RecordFormat FORMAT = Sample.FORMAT;

    static List<Message> messages() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsEncodedIsDecodedTheSame(Message message) throws Malformed {
        assertThat(FORMAT.decode(FORMAT.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theLabelIsReadWithoutDecoding(Message message) throws Malformed {
        assertThat(FORMAT.label(FORMAT.encode(message))).isEqualTo(FORMAT.label(message));
    }

    @Test
    void theLabelNamesTypeViewAndSequence() {
        assertThat(FORMAT.label(Sample.order())).isEqualTo(new Label("Order", 3, 9, 0));
    }

    @Test
    void framesOfAnotherClusterVersionOrTagAreMalformed() {
        byte[] frame = FORMAT.encode(Sample.order()).toByteArray();
        for (int at : List.of(0, 1, 9)) {
            byte[] wrong = frame.clone();
            wrong[at] ^= 0x40;
            assertThatThrownBy(() -> FORMAT.decode(Payload.wrap(wrong)))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aHeaderThatContradictsTheMessageIsMalformed() {
        byte[] frame = FORMAT.encode(Sample.order()).toByteArray();
        frame[17]++;

        assertThatThrownBy(() -> FORMAT.decode(Payload.wrap(frame)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("view 3");
    }

    @Test
    void trailingBytesAndMissingBytesAreMalformed() {
        byte[] frame = FORMAT.encode(Sample.order()).toByteArray();
        byte[] longer = Arrays.copyOf(frame, frame.length + 1);
        byte[] shorter = Arrays.copyOf(frame, frame.length - 1);

        assertThatThrownBy(() -> FORMAT.decode(Payload.wrap(longer))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> FORMAT.decode(Payload.wrap(shorter)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aListLongerThanItsFrameIsRefusedBeforeMemoryIsTaken() {
        byte[] frame = FORMAT.encode(Sample.order()).toByteArray();
        ByteBuffer.wrap(frame).putInt(42, Integer.MAX_VALUE);

        assertThatThrownBy(() -> FORMAT.decode(Payload.wrap(frame)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("2147483647");
    }

    @Test
    void randomAndMutatedFramesAreMalformedOrDecodeToWhatTheySay() {
        SplittableRandom random = new SplittableRandom(11);
        List<Payload> valid = messages().stream().map(FORMAT::encode).toList();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            Payload frame = Payload.wrap(hostile(random, valid));
            try {
                Message decoded = FORMAT.decode(frame);
                assertThat(FORMAT.encode(decoded)).isEqualTo(frame);
                FORMAT.describe(decoded);
            } catch (Malformed e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 19_999);
    }

    private static byte[] hostile(SplittableRandom random, List<Payload> valid) {
        if (random.nextBoolean()) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = valid.get(random.nextInt(valid.size())).toByteArray();
        for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void aSealCoversWhatStandsBeforeItButNotWhatIsOutside() {
        Sample.Order order = Sample.order();
        Payload covered = FORMAT.covered(order, "seal");

        assertThat(FORMAT.covered((Record) FORMAT.with(order, "sequence", 10L), "seal"))
                .isNotEqualTo(covered);
        Optional<Payload> none = Optional.empty();
        assertThat(FORMAT.covered((Record) FORMAT.with(order, "items.0.body", none), "seal"))
                .isEqualTo(covered);
    }

    @Test
    void aSealCoversNothingOfAnotherKindOrCluster() {
        RecordFormat elsewhere = new RecordFormat(Sample.class, 43);

        assertThat(elsewhere.covered(Sample.order(), "seal"))
                .isNotEqualTo(FORMAT.covered(Sample.order(), "seal"));
        assertThat(FORMAT.covered(Sample.order(), "codes"))
                .isNotEqualTo(FORMAT.covered(Sample.order(), "seal"));
    }

    @Test
    void anEditReachesEveryFieldByItsPath() {
        Message edited = FORMAT.with(Sample.order(), "items.1.digest", Digest.ZERO);

        assertThat(((Sample.Order) edited).items().get(1).digest()).isEqualTo(Digest.ZERO);
        assertThat(((Sample.Order) edited).items().get(0))
                .isEqualTo(Sample.order().items().get(0));
    }

    @Test
    void anEditOfNoFieldOrOfTheWrongTypeNamesThePath() {
        for (String path : List.of("colour", "items.7.digest", "view.deeper", "items.x")) {
            assertThatThrownBy(() -> FORMAT.with(Sample.order(), path, 1L))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(path);
        }
        assertThatThrownBy(() -> FORMAT.with(Sample.order(), "view", "three"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("three");
    }

    @Test
    void resealingMakesTheOwnersSealsGoodAndLeavesTheOthersAsTheyWere() {
        Sample.Order honest = Sample.order();
        Message edited = FORMAT.with(honest, "sequence", 10L);
        edited = FORMAT.with(edited, "items.0.digest", Digest.ZERO);

        Sample.Order lie = (Sample.Order) FORMAT.resealed(honest, edited, Sample.R0_KEYS);

        assertThat(Sample.R1_KEYS.verify(Sample.R0, FORMAT.covered(lie, "seal"), lie.seal()))
                .isTrue();
        assertThat(Sample.R1_KEYS.verify(Sample.R0, FORMAT.covered(lie, "codes"), lie.codes()))
                .isTrue();
        Sample.Item forged = lie.items().get(0);
        assertThat(Sample.R0_KEYS.verify(Sample.R1, FORMAT.covered(forged, "seal"), forged.seal()))
                .isFalse();
        assertThat(lie.items().get(1)).isEqualTo(honest.items().get(1));
    }

    @Test
    void descriptionsNameEveryLeafInWireOrder() {
        assertThat(FORMAT.describe(Sample.order()).keySet())
                .containsExactly(
                        "view",
                        "sequence",
                        "items.0.digest",
                        "items.0.body",
                        "items.0.seal",
                        "items.1.digest",
                        "items.1.body",
                        "items.1.seal",
                        "seal",
                        "codes");
        assertThat(FORMAT.describe(Sample.order())).containsEntry("items.0.body", "\"a\"");
    }

    /** Two messages that forgot to be told apart. */
    sealed interface Clash extends Message {
        @Tag(5)
        record One(long view) implements Clash {}

        @Tag(5)
        record Two(long view) implements Clash {}
    }

    /** A field that no format knows. */
    sealed interface Exotic extends Message {
        @Tag(1)
        record Only(double share) implements Exotic {}
    }

    @Test
    void aFamilyWithClashingTagsOrUnknownTypesIsRefusedByName() {
        assertThatThrownBy(() -> new RecordFormat(Clash.class, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two");
        assertThatThrownBy(() -> new RecordFormat(Exotic.class, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("double");
    }
}
