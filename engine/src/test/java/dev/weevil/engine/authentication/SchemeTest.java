package dev.weevil.engine.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.SplittableRandom;

/** What every scheme promises: a seal convinces whom it should of what it covers, and nobody else. */
class SchemeTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId C0 = NodeId.client(0);
    private static final List<NodeId> NODES = List.of(R0, R1, R2, C0);
    private static final Payload CONTENT = Payload.utf8("order 7 behind 6");
    private static final Payload OTHER = Payload.utf8("order 7 behind 5");

    @ParameterizedTest
    @EnumSource
    void aSignatureConvincesEverybodyOfItsSignerAndContentOnly(Scheme scheme) {
        Keys keys = scheme.keys(new Seed(1), NODES);
        Seal seal = keys.of(R0).sign(CONTENT);

        for (NodeId verifier : NODES) {
            Keyring keyring = keys.of(verifier);
            assertThat(keyring.verify(R0, CONTENT, seal)).isTrue();
            assertThat(keyring.verifySignature(R0, CONTENT, seal)).isTrue();
            assertThat(keyring.verify(R0, OTHER, seal)).isFalse();
            assertThat(keyring.verify(R1, CONTENT, seal)).isFalse();
            assertThat(keyring.verify(R0, CONTENT, Seal.NONE)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVectorConvincesItsVerifiersButIsNoSignature(Scheme scheme) {
        Keys keys = scheme.keys(new Seed(1), NODES);
        Seal seal = keys.of(C0).authenticate(CONTENT, List.of(R0, R1));

        assertThat(keys.of(R0).verify(C0, CONTENT, seal)).isTrue();
        assertThat(keys.of(R1).verify(C0, CONTENT, seal)).isTrue();
        assertThat(keys.of(R2).verify(C0, CONTENT, seal)).isFalse();
        assertThat(keys.of(R0).verify(C0, OTHER, seal)).isFalse();
        assertThat(keys.of(R0).verify(R2, CONTENT, seal)).isFalse();
        assertThat(keys.of(R0).verifySignature(C0, CONTENT, seal)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void keysOfAnotherSeedProveNothing(Scheme scheme) {
        Seal seal = scheme.keys(new Seed(2), NODES).of(R0).sign(CONTENT);

        assertThat(scheme.keys(new Seed(1), NODES).of(R1).verify(R0, CONTENT, seal))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameKeys(Scheme scheme) {
        Seal seal = scheme.keys(new Seed(5), NODES).of(R0).sign(CONTENT);

        assertThat(scheme.keys(new Seed(5), NODES).of(R1).verify(R0, CONTENT, seal))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noBytesAreAnExceptionAndNoGuessVerifies(Scheme scheme) {
        Keyring keyring = scheme.keys(new Seed(1), NODES).of(R1);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 300; i++) {
            byte[] guess = new byte[random.nextInt(80)];
            random.nextBytes(guess);
            Seal seal = new Seal.Signature(Payload.wrap(guess));
            assertThat(keyring.verify(NODES.get(random.nextInt(4)), CONTENT, seal))
                    .isFalse();
        }
        assertThat(keyring.verify(NodeId.replica(99), CONTENT, Seal.NONE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsCounted(Scheme scheme) {
        Keys keys = scheme.keys(new Seed(1), NODES);
        Keyring r0 = keys.of(R0);
        Keyring r1 = keys.of(R1);

        r1.verify(R0, CONTENT, r0.sign(CONTENT));
        r1.verify(R0, CONTENT, r0.authenticate(CONTENT, List.of(R1, R2)));

        assertThat(r0.spent()).isEqualTo(new Keyring.Spent(1, 0, 2));
        assertThat(r1.spent()).isEqualTo(new Keyring.Spent(0, 1, 1));
    }

    @Test
    void aSignatureSeenBeforeIsNotVerifiedAgain() {
        Keys keys = Scheme.ED25519.keys(new Seed(1), NODES);
        Seal seal = keys.of(R0).sign(CONTENT);
        Keyring r1 = keys.of(R1);

        for (int i = 0; i < 5; i++) {
            assertThat(r1.verify(R0, CONTENT, seal)).isTrue();
        }

        assertThat(r1.spent().verified()).isEqualTo(1);
    }

    @Test
    void aSignatureOfOnesOwnIsNotVerifiedAtAll() {
        Keyring r0 = Scheme.ED25519.keys(new Seed(1), NODES).of(R0);

        assertThat(r0.verify(R0, CONTENT, r0.sign(CONTENT))).isTrue();

        assertThat(r0.spent()).isEqualTo(new Keyring.Spent(1, 0, 0));
    }

    @Test
    void aNodeWithoutAKeyPairIsNamed() {
        Keys keys = Scheme.ED25519.keys(new Seed(1), NODES);

        assertThatThrownBy(() -> keys.of(NodeId.replica(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r7");
    }
}
