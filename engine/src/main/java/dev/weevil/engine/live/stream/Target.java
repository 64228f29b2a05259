package dev.weevil.engine.live.stream;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Where to connect to, asked before each try: a process that starts anew may listen elsewhere. */
public interface Target {

    /** Empty while nobody listens. Called from any thread. */
    Optional<InetSocketAddress> address();

    /** An address; a name that is not resolved yet is looked up at each try. */
    static Target of(InetSocketAddress address) {
        return () -> Optional.of(address.isUnresolved() ? looked(address) : address)
                .filter(found -> !found.isUnresolved());
    }

    private static InetSocketAddress looked(InetSocketAddress address) {
        return new InetSocketAddress(address.getHostString(), address.getPort());
    }

    /** A port of this machine that does not change. */
    static Target local(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return () -> Optional.of(address);
    }
}
