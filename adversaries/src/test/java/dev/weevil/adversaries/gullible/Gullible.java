package dev.weevil.adversaries.gullible;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;

/**
 * A register on replicas that believe everything with a good seal: {@code r0} orders, all obey in
 * the order of arrival, the client takes whichever answer comes first, and nobody sends anything
 * twice. Without a fault it is linearizable over links that keep their order.
 */
public final class Gullible implements Protocol {

    public static final RecordFormat FORMAT = new RecordFormat(Word.class, 4);

    @Override
    public String name() {
        return "gullible";
    }

    @Override
    public LinkModel linkModel() {
        return LinkModel.LOSSY;
    }

    @Override
    public Deployment deploy(Membership membership, Settings settings) {
        return new Deployment() {
            @Override
            public MessageFormat format() {
                return FORMAT;
            }

            @Override
            public Node replica(Keyring keys) {
                return new Believer(membership, keys);
            }

            @Override
            public Node client(Keyring keys) {
                return new Asker(keys);
            }
        };
    }
}
