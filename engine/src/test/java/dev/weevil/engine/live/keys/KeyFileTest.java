package dev.weevil.engine.live.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys of a deployment: what they open, and what they do not. */
class KeyFileTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final Payload WORD = Payload.utf8("word");

    @TempDir
    private Path folder;

    @BeforeEach
    void deal() throws IOException {
        KeyFile.deal(7, Membership.byzantine(1, 2).nodes(), folder);
    }

    private Keyring keys(NodeId node) throws IOException {
        return KeyFile.read(7, node, folder).keys().keyring();
    }

    @Test
    void whatOneNodeSignsAllOthersVerify() throws IOException {
        Seal seal = keys(R0).sign(WORD);

        assertThat(keys(R1).verifySignature(R0, WORD, seal)).isTrue();
        assertThat(keys(C1).verifySignature(R0, WORD, seal)).isTrue();
        assertThat(keys(R1).verifySignature(R1, WORD, seal)).isFalse();
        assertThat(keys(R1).verifySignature(R0, Payload.utf8("other"), seal)).isFalse();
    }

    @Test
    void aCodeConvincesTheOneItIsForAndIsNoAnswerToItsAuthor() throws IOException {
        Seal seal = keys(C0).authenticate(WORD, List.of(R0, R1));

        assertThat(keys(R0).verify(C0, WORD, seal)).isTrue();
        assertThat(keys(R1).verify(C0, WORD, seal)).isTrue();
        assertThat(keys(R1).verify(R0, WORD, seal)).isFalse();
        Payload code = ((Seal.Macs) seal).values().get(R0);
        Seal echoed = new Seal.Macs(new TreeMap<>(Map.of(C0, code)));
        assertThat(keys(C0).verify(R0, WORD, echoed)).isFalse();
    }

    @Test
    void noNodeHoldsTheKeysOfTwoOthersAndClientsShareNone() throws IOException {
        assertThat(KeyFile.read(7, C0, folder).keys().shared()).doesNotContainKey(C1);
        assertThat(KeyFile.read(7, R0, folder).keys().shared().get(R1))
                .isEqualTo(KeyFile.read(7, R1, folder).keys().shared().get(R0));
        assertThat(KeyFile.read(7, R0, folder).keys().shared().values())
                .doesNotContain(KeyFile.read(7, R1, folder).keys().shared().get(C0));
    }

    @Test
    void keysThatOthersMayReadAreRefused() throws IOException {
        Path file = KeyFile.in(folder, R0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        for (String open : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));

            assertThatThrownBy(() -> KeyFile.read(7, R0, folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file + ": expected permissions rw-------, found " + open);
        }
    }

    @Test
    void keysOfAnotherClusterOrNodeAreRefused() throws IOException {
        assertThatThrownBy(() -> KeyFile.read(8, R0, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected the keys of r0 in cluster 8, found those of r0 in"
                        + " cluster 7");
        Files.copy(KeyFile.in(folder, R1), KeyFile.in(folder, NodeId.replica(9)));
        assertThatThrownBy(() -> KeyFile.read(7, NodeId.replica(9), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("found those of r1");
    }

    @Test
    void keysInUseAreNeverReplaced() {
        assertThatThrownBy(() -> KeyFile.deal(7, List.of(R0), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected no keys yet");
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithoutQuotingIt() throws IOException {
        for (String text :
                List.of("", "owner=r0\ncluster=7\nsecret=c0ffee\n", "owner=?\ncluster=7\n")) {
            Files.writeString(KeyFile.in(folder, R0), text);

            assertThatThrownBy(() -> KeyFile.read(7, R0, folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected a file of keys, found something else")
                    .message()
                    .doesNotContain("c0ffee");
        }
    }
}
