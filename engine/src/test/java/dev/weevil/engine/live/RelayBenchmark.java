package dev.weevil.engine.live;

import dev.weevil.engine.live.proxy.Gate;
import dev.weevil.engine.live.proxy.Lane;
import dev.weevil.engine.live.proxy.StreamGate;
import dev.weevil.engine.live.proxy.StreamLink;
import dev.weevil.engine.live.proxy.Watch;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.live.stream.Piece;
import dev.weevil.engine.live.stream.Target;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * How much an untouched link costs: bytes per second and round trips through the proxy, beside a direct
 * connection and the plainest relay there is, a thread per direction that copies. Run it by its {@code
 * main}; it takes some ten seconds of two cores.
 */
public final class RelayBenchmark {

    private static final int CHUNK = 64 * 1024;
    private static final long BYTES = 1L << 28;
    private static final int ROUND_TRIPS = 20_000;
    private static final int ROUNDS = 3;

    private RelayBenchmark() {}

    /** A way to the port of a server. */
    private interface Way {
        int through(int port) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-28s %12s %16s%n", "link", "MB/s", "round trip, us");
        measure("direct", port -> port);
        measure("plain relay, two threads", RelayBenchmark::plainRelay);
        try (EventLoops loops = EventLoops.fast(2)) {
            measure(
                    "untouched link of the proxy",
                    port -> untouched(loops, port).port());
        }
    }

    private static void measure(String name, Way way) throws IOException {
        double best = 0;
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, megabytesPerSecond(way));
            least = Math.min(least, roundTripMicros(way));
        }
        System.out.println(String.format(Locale.ROOT, "%-28s %12.0f %16.1f", name, best, least));
    }

    private static double megabytesPerSecond(Way way) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket client = dial(way.through(server.getLocalPort()));
                Socket accepted = server.accept()) {
            CompletableFuture<Long> drained = CompletableFuture.supplyAsync(() -> drain(accepted));
            long begun = System.nanoTime();
            byte[] chunk = new byte[CHUNK];
            for (long sent = 0; sent < BYTES; sent += CHUNK) {
                client.getOutputStream().write(chunk);
            }
            client.shutdownOutput();
            long received = drained.join();
            return received * 1e3 / (System.nanoTime() - begun);
        }
    }

    private static double roundTripMicros(Way way) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket client = dial(way.through(server.getLocalPort()));
                Socket accepted = server.accept()) {
            accepted.setTcpNoDelay(true);
            CompletableFuture<Void> echo =
                    CompletableFuture.runAsync(() -> copy(accepted, accepted));
            byte[] message = new byte[256];
            long begun = System.nanoTime();
            for (int i = 0; i < ROUND_TRIPS; i++) {
                client.getOutputStream().write(message);
                client.getInputStream().readNBytes(message, 0, message.length);
            }
            long nanos = System.nanoTime() - begun;
            client.shutdownOutput();
            echo.join();
            return nanos / 1e3 / ROUND_TRIPS;
        }
    }

    private static Socket dial(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Serves one connection. */
    private static int plainRelay(int port) throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> {
            try (listening;
                    Socket dialler = listening.accept();
                    Socket target = dial(port)) {
                dialler.setTcpNoDelay(true);
                CompletableFuture<Void> back =
                        CompletableFuture.runAsync(() -> copy(target, dialler));
                copy(dialler, target);
                back.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        accepting.setDaemon(true);
        accepting.start();
        return listening.getLocalPort();
    }

    private static Gate untouched(EventLoops loops, int port) throws IOException {
        Endpoint from = Endpoint.of(NodeId.replica(0));
        Endpoint to = Endpoint.of(NodeId.replica(1));
        return new StreamGate(
                loops, StreamLink.untouched(from, to), Target.local(port), new Unconcerned());
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long drain(Socket socket) {
        byte[] buffer = new byte[CHUNK];
        long total = 0;
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
            }
            return total;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wants to know nothing: the link is untouched. */
    private static final class Unconcerned implements Watch {

        @Override
        public void passing(Lane lane, Piece piece, Runnable done) {
            throw new AssertionError("nothing is shown on an untouched link");
        }

        @Override
        public void changed(Endpoint from, Endpoint to, boolean open, long bytes) {}

        @Override
        public void refused(String where, String reason) {}

        @Override
        public void inOrder(Runnable task) {
            throw new AssertionError("nothing is decided on an untouched link");
        }
    }
}
