package dev.weevil.zyzzyva.load;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

/** Zyzzyva on processors that take time; for simulations only. */
record BusyZyzzyva(Costs costs, Inbox.Queueing queueing) implements Protocol {

    private static final Protocol ZYZZYVA = new ZyzzyvaProtocol();

    @Override
    public String name() {
        return ZYZZYVA.name();
    }

    @Override
    public LinkModel linkModel() {
        return ZYZZYVA.linkModel();
    }

    @Override
    public Deployment deploy(Membership membership, Settings settings) {
        Deployment deployment = ZYZZYVA.deploy(membership, settings);
        return new Deployment() {
            @Override
            public MessageFormat format() {
                return deployment.format();
            }

            @Override
            public Node replica(Keyring keys) {
                return new BusyNode(deployment.replica(keys), keys, costs, queueing);
            }

            @Override
            public Node client(Keyring keys) {
                return deployment.client(keys);
            }
        };
    }
}
