package dev.weevil.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports for a cluster, below those that systems give to whoever dials. */
final class FreePorts {

    private FreePorts() {}

    /** The first of four consecutive ports that nobody listens on. */
    static int four() throws IOException {
        for (int first = 20_000 + (int) (ProcessHandle.current().pid() % 500) * 20; ; first += 4) {
            List<ServerSocket> taken = new ArrayList<>();
            try {
                for (int i = 0; i < 4; i++) {
                    taken.add(new ServerSocket(first + i, 1, InetAddress.getLoopbackAddress()));
                }
                return first;
            } catch (IOException inUse) {
                // The next four.
            } finally {
                for (ServerSocket socket : taken) {
                    socket.close();
                }
            }
        }
    }
}
