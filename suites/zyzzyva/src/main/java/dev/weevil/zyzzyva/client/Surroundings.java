package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.util.List;

/**
 * What outlives a single request.
 *
 * @param effects where effects are collected; the one list here that is written to
 */
record Surroundings(
        ZyzzyvaSettings settings,
        Seals seals,
        HistoryChain chain,
        ResponseCheck check,
        List<NodeId> replicas,
        List<Effect> effects) {}
