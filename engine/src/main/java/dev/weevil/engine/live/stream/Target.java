package dev.weevil.engine.live.stream;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where to connect to, asked before each try: a process that starts anew may listen elsewhere. */
public interface Target {

    /** Empty while nobody listens. Called from any thread. */
    Optional<InetSocketAddress> address();

    /** A port of this machine that does not change. */
    static Target local(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return () -> Optional.of(address);
    }
}
