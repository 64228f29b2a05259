package dev.weevil.zyzzyva;

import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

/** Zyzzyva over a replicated key-value store, as published or repaired (PROTOCOL.md). */
public final class ZyzzyvaProtocol implements Protocol {

    @Override
    public String name() {
        return "zyzzyva";
    }

    /** Section 1, point 2: messages may be dropped, delayed, duplicated and reordered. */
    @Override
    public LinkModel linkModel() {
        return LinkModel.LOSSY;
    }

    @Override
    public Deployment deploy(Membership membership, Settings settings) {
        return new ZyzzyvaDeployment(ZyzzyvaSettings.from(membership, settings));
    }
}
