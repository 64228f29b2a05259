package dev.weevil.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.live.stream.Inlet;
import dev.weevil.engine.live.stream.LengthPrefixed;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.wire.MessageFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Whatever bytes arrive at a port, nothing crashes: 10,000 random strings and 10,000 damaged frames,
 * half of them well delimited and some truly sealed by a corrupted node, at a replica's own port, and
 * as many at the proxy's. What has no shape is counted, and the next request completes.
 */
class HostileBytesTest {

    /** Of each kind, at each of the two ports. */
    private static final int STRINGS = 10_000;

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R2 = NodeId.replica(2);

    @TempDir
    private Path folder;

    @Test
    void nothingCrashesAtAReplicasPortOrTheProxysAndRequestsGoOn() throws RunFailed {
        Counting counting = new Counting()
                .attack(new Meddling(
                        Set.of(R2),
                        (from, to) -> true,
                        powers -> seen -> seen instanceof Observation.Sent sent
                                ? List.of(Meddling.pass(sent.envelope()))
                                : List.of()));
        Plan plan = counting.plan();

        counting.prelude(addresses -> CompletableFuture.runAsync(() -> {
                    Hostility hostility = new Hostility(plan);
                    hostility.against(addresses.nodes().get(R0));
                    hostility.against(addresses.proxy().apply(R2).get(R0));
                }))
                .run(folder);

        assertThat(counting.counts()).hasSize(60);
        // Random bytes and damaged delimiters: each costs its connection.
        assertThat(refusals(counting, "r0")).isGreaterThan(STRINGS + STRINGS / 2);
        assertThat(refusals(counting, "proxy r2->r0")).isGreaterThan(STRINGS);
        assertThat(counting.all(TraceEvent.Refused.class)).hasSizeLessThan(100);
    }

    private static long refusals(Counting counting, String where) {
        return counting.notes().stream()
                .filter(note -> note.startsWith(where + " refused "))
                .mapToLong(note -> Long.parseLong(note.replaceAll(".* refused ([0-9]+) .*", "$1")))
                .sum();
    }

    /** Sends them. */
    private static final class Hostility {

        private final SplittableRandom random = new SplittableRandom(20_000);
        private final MessageFormat format;
        private final Keyring corrupted;

        Hostility(Plan plan) {
            format = new Tally().deploy(plan.membership(), plan.settings()).format();
            corrupted = plan.scheme()
                    .keys(plan.seed().named("keys"), plan.membership().nodes())
                    .of(R2);
        }

        void against(int port) {
            try {
                for (int i = 0; i < STRINGS; i++) {
                    randomBytes(port);
                }
                wellDelimited(port, STRINGS / 2);
                for (int i = 0; i < STRINGS / 2; i++) {
                    badlyDelimited(port);
                }
            } catch (IOException e) {
                throw new IllegalStateException("port " + port + " is gone", e);
            }
        }

        /** Half of them introduce themselves properly. */
        private void randomBytes(int port) throws IOException {
            byte[] bytes = new byte[random.nextInt(1, 64)];
            random.nextBytes(bytes);
            send(port, random.nextBoolean(), bytes);
        }

        /** Damaged contents behind a true length, on one connection. */
        private void wellDelimited(int port, int count) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(bytesOf(Inlet.greeting(Endpoint.of(R2))));
                for (int i = 0; i < count; i++) {
                    byte[] content = frame().toByteArray();
                    // Every fourth is a true word of the corrupted replica, sealed as it should be.
                    if (i % 4 != 0) {
                        damage(content);
                    }
                    out.write(bytesOf(new Piece(random.nextLong(), Payload.wrap(content))));
                }
                finish(socket);
            }
        }

        private void badlyDelimited(int port) throws IOException {
            byte[] whole = bytesOf(new Piece(0, frame()));
            whole[random.nextInt(4)] ^= (byte) (1 << random.nextInt(8));
            damage(whole);
            send(port, true, Arrays.copyOf(whole, random.nextInt(1, whole.length + 1)));
        }

        private void send(int port, boolean introduced, byte[] bytes) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                say(socket, introduced, bytes);
                finish(socket);
            }
        }

        private static void say(Socket socket, boolean introduced, byte[] bytes)
                throws IOException {
            try {
                OutputStream out = socket.getOutputStream();
                if (introduced) {
                    out.write(bytesOf(Inlet.greeting(Endpoint.of(R2))));
                }
                out.write(bytes);
            } catch (SocketException e) {
                // It hung up on us in the middle of a word, as it may.
            }
        }

        /** Waits until the other side has read all and hangs up. */
        private static void finish(Socket socket) throws IOException {
            try {
                socket.shutdownOutput();
                while (socket.getInputStream().read() >= 0) {
                    // Nobody has anything to say to us.
                }
            } catch (SocketException e) {
                // Hung up before it had read everything: refused.
            }
        }

        private Payload frame() {
            long number = random.nextLong(100);
            Tally.Next plain = new Tally.Next(number, NodeId.client(0), number, Seal.NONE);
            return format.encode(new Tally.Next(
                    number,
                    NodeId.client(0),
                    number,
                    corrupted.sign(format.covered(plain, "seal"))));
        }

        private void damage(byte[] bytes) {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }

        private static byte[] bytesOf(Piece piece) {
            ByteBuffer buffer = LengthPrefixed.USUAL.write(piece);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }
    }
}
