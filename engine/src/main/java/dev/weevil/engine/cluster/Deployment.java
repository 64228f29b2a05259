package dev.weevil.engine.cluster;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.wire.MessageFormat;

/** One cluster of a {@link Protocol}: makes its nodes, each as often as it is started. */
public interface Deployment {

    MessageFormat format();

    /** A replica at the beginning of its life; its keyring's owner is itself. */
    Node replica(Keyring keys);

    /** A client at the beginning of its life. */
    Node client(Keyring keys);
}
