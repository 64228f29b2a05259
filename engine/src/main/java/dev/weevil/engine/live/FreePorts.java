package dev.weevil.engine.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for processes that want to be told theirs. */
final class FreePorts {

    private static final int TRIES = 200;

    /** Below the ports that systems give to whoever dials: nobody takes one of these by chance. */
    private static final int FIRST = 10_000;

    private static final int BEHIND = 32_000;

    private FreePorts() {}

    /**
     * The first ports of so many rows of consecutive ports, all of them free now; nothing keeps them so.
     *
     * @throws IOException if there are none
     */
    static List<Integer> rows(int rows, int length) throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            List<Integer> firsts = new ArrayList<>();
            for (int tries = 0; firsts.size() < rows && tries < TRIES; tries++) {
                int first = take(ThreadLocalRandom.current().nextInt(FIRST, BEHIND), taken);
                boolean whole = first > 0;
                for (int next = 1; whole && next < length; next++) {
                    whole = take(first + next, taken) > 0;
                }
                if (whole) {
                    firsts.add(first);
                }
            }
            if (firsts.size() < rows) {
                throw new IOException("expected " + rows + " rows of " + length
                        + " free consecutive ports, found " + firsts.size() + " in " + TRIES
                        + " tries");
            }
            return firsts;
        } finally {
            // Only now, so that none was found twice.
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
    }

    /** The port, or 0 if it is not free. */
    private static int take(int port, List<ServerSocket> taken) {
        try {
            ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            taken.add(socket);
            return socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
