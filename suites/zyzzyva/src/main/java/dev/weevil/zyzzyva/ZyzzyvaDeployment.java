package dev.weevil.zyzzyva;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.client.ClientNode;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;
import dev.weevil.zyzzyva.replica.ReplicaNode;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One cluster. */
final class ZyzzyvaDeployment implements Deployment {

    /** By cluster: making a format costs a thousand times what a simulated message does. */
    private static final Map<Integer, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private final ZyzzyvaSettings settings;
    private final MessageFormat format;

    ZyzzyvaDeployment(ZyzzyvaSettings settings) {
        this.settings = settings;
        this.format = FORMATS.computeIfAbsent(
                settings.cluster(), id -> new RecordFormat(ZyzzyvaMessage.class, id));
    }

    @Override
    public MessageFormat format() {
        return format;
    }

    @Override
    public Node replica(Keyring keys) {
        return new ReplicaNode(format, keys, settings);
    }

    @Override
    public Node client(Keyring keys) {
        return new ClientNode(format, keys, settings);
    }
}
