package dev.weevil.engine.live.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** What travels through a gate that joins connections: relayed, or shown and decided. */
class RelayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Endpoint FROM = Endpoint.of(NodeId.client(0));
    private static final Endpoint TO = Endpoint.of(NodeId.replica(0));

    private final EventLoops loops = EventLoops.fast(1);
    private final Deciding deciding = new Deciding();

    @AfterEach
    void endLoops() {
        loops.close();
    }

    /** Takes what is shown, and lets the test be the one that decides. */
    private static final class Deciding implements Watch {

        private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        private final List<String> changes = new CopyOnWriteArrayList<>();
        private final AtomicReference<Lane> lane = new AtomicReference<>();
        private final StringBuilder seen = new StringBuilder();
        private long envelopes;

        @Override
        public void passing(Lane passed, Piece piece, Runnable done) {
            tasks.add(() -> {
                lane.set(passed);
                passed.enter(++envelopes, done);
                seen.append(piece.content().asUtf8());
            });
        }

        @Override
        public void changed(Endpoint from, Endpoint to, boolean open, long bytes) {
            changes.add(from + ">" + to + (open ? " open" : " closed " + bytes));
        }

        @Override
        public void refused(String where, String reason) {
            changes.add(where + ": " + reason);
        }

        @Override
        public void inOrder(Runnable task) {
            tasks.add(task);
        }

        void work() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private static Socket dial(Gate gate) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), gate.port());
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private StreamGate gate(Target target, boolean shown) throws IOException {
        return new StreamGate(
                loops, new StreamLink(FROM, TO, shown, false, true), target, deciding);
    }

    @Test
    void untouchedBytesArriveAsTheyAreAndEachDirectionEndsByItself() throws IOException {
        byte[] much = new byte[3 << 20];
        new SplittableRandom(3).nextBytes(much);
        try (ServerSocket server = listen();
                StreamGate gate = gate(Target.local(server.getLocalPort()), false);
                Socket client = dial(gate);
                Socket accepted = server.accept()) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> all(accepted));
            client.getOutputStream().write(much);
            client.shutdownOutput();

            assertThat(received.join()).isEqualTo(much);
            accepted.getOutputStream().write("thanks".getBytes(UTF_8));
            accepted.shutdownOutput();
            assertThat(new String(all(client), UTF_8)).isEqualTo("thanks");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deciding.changes)
                            .contains("c0>r0 closed " + much.length, "r0>c0 closed 6"));
        }
    }

    @Test
    void aDiallerIsHeldUntilTheTargetListens() throws IOException {
        AtomicReference<Optional<InetSocketAddress>> address =
                new AtomicReference<>(Optional.empty());
        try (StreamGate gate = gate(address::get, false);
                Socket client = dial(gate);
                ServerSocket server = listen()) {
            client.getOutputStream().write("early".getBytes(UTF_8));
            client.shutdownOutput();
            address.set(Optional.of(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.getLocalPort())));

            try (Socket accepted = server.accept()) {
                assertThat(new String(all(accepted), UTF_8)).isEqualTo("early");
            }
        }
    }

    @Test
    void whatIsHeldKeepsBackWhatComesLaterAndTheEnd() throws IOException {
        try (ServerSocket server = listen();
                StreamGate gate = gate(Target.local(server.getLocalPort()), true);
                Socket client = dial(gate);
                Socket accepted = server.accept()) {
            say(client, "one");
            deciding.lane.get().hold(1);
            say(client, "two");
            deciding.lane.get().deliver(2, Payload.utf8("two"));
            client.shutdownOutput();
            await().atMost(PATIENCE).until(() -> deciding.changes.contains("c0>r0 closed 6"));
            deciding.work();
            assertThat(isSilent(accepted)).isTrue();

            deciding.lane.get().deliver(1, Payload.utf8("1"));

            assertThat(new String(all(accepted), UTF_8)).isEqualTo("1two");
        }
    }

    @Test
    void aCutLinkBreaksAndRefusesUntilItIsMended() throws IOException {
        try (ServerSocket server = listen();
                StreamGate gate = gate(Target.local(server.getLocalPort()), false);
                Socket client = dial(gate);
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write('x');
            assertThat(client.getInputStream().read()).isEqualTo('x');
            gate.cut();
            assertThat(isOver(client)).isTrue();
            try (Socket again = dial(gate)) {
                assertThat(isOver(again)).isTrue();
            }

            gate.mend();

            try (Socket mended = dial(gate);
                    Socket reached = server.accept()) {
                mended.getOutputStream().write('y');
                assertThat(reached.getInputStream().read()).isEqualTo('y');
            }
        }
    }

    /** Sends the words, and has them shown. */
    private void say(Socket client, String words) throws IOException {
        int before = deciding.seen.length();
        client.getOutputStream().write(words.getBytes(UTF_8));
        await().atMost(PATIENCE).until(() -> {
            deciding.work();
            return deciding.seen.length() == before + words.length();
        });
    }

    /** A little patience proves nothing, but a byte in it would prove the contrary. */
    private static boolean isSilent(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(0);
            return true;
        }
    }

    private static boolean isOver(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] all(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
