package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;

import java.util.Set;
import java.util.TreeSet;

/**
 * Everything a node needs to know of its cluster but its keys.
 *
 * @param cluster written into every message: what one cluster said proves nothing in another
 * @param clients how many clients there are: {@code c0} to the last
 * @param historyCoversNd whether the history chain covers what the primary chose (3.3)
 * @param durable whether nodes keep on disk what must survive a restart (5.1), and under REPAIRED rules
 *     only: the others have more to remember than is kept
 */
public record ZyzzyvaSettings(
        int cluster,
        Quorums quorums,
        int clients,
        Rules rules,
        Authentication authentication,
        boolean historyCoversNd,
        Defences defences,
        Optimizations optimizations,
        StateDigests stateDigest,
        boolean durable,
        Sizes sizes,
        Timeouts timeouts) {

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "cluster",
            "variant",
            "witnesses",
            "stateDigest",
            "rules",
            "auth",
            "defences",
            "rotate",
            "historyCoversNd",
            "readOnly",
            "commitOpt",
            "adaptiveCommit",
            "preferredQuorums",
            "durable",
            "checkpointInterval",
            "batch",
            "pipeline",
            "smallReply",
            "bigRequest",
            "tCommit",
            "tRetrans",
            "tReply",
            "tCommitResend",
            "tReq",
            "tFill",
            "tNewView",
            "tStatus",
            "tBatch"));

    /**
     * Reads the settings by the names above; timers are in milliseconds.
     *
     * @throws IllegalArgumentException naming a setting that does not exist or has no such value, or a
     *     number of replicas other than 3f+1 (ZYZZYVA5: 5f+1)
     */
    public static ZyzzyvaSettings from(Membership membership, Settings settings) {
        for (String name : settings.values().keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "no setting '" + name + "' of zyzzyva; expected one of " + NAMES);
            }
        }
        Quorums quorums = quorums(membership, settings);
        Rules rules = settings.choice("rules", Rules.REPAIRED);
        if (quorums.variant() == Variant.ZYZZYVA5 && rules != Rules.REPAIRED) {
            throw new IllegalArgumentException(
                    "zyzzyva: expected rules REPAIRED for variant ZYZZYVA5, whose view change was"
                            + " never published, found " + rules);
        }
        if (settings.flag("preferredQuorums", false) && quorums.fast() == quorums.all()) {
            throw new IllegalArgumentException(
                    "setting preferredQuorums: expected variant ZYZZYVA5,"
                            + " whose clients need not hear everybody, found " + quorums.variant());
        }
        if (settings.flag("durable", false)
                && settings.choice("rules", Rules.REPAIRED) != Rules.REPAIRED) {
            throw new IllegalArgumentException("setting durable: expected rules REPAIRED, found "
                    + settings.choice("rules", Rules.REPAIRED));
        }
        return new ZyzzyvaSettings(
                settings.integer("cluster", 1),
                quorums,
                membership.clients(),
                rules,
                settings.choice("auth", Authentication.SIGN),
                settings.flag("historyCoversNd", true),
                Defences.from(settings, rules),
                Optimizations.from(settings),
                settings.choice("stateDigest", StateDigests.MERKLE),
                settings.flag("durable", false),
                Sizes.from(settings),
                Timeouts.from(settings));
    }

    private static Quorums quorums(Membership membership, Settings settings) {
        Quorums quorums = new Quorums(
                settings.choice("variant", Variant.ZYZZYVA),
                membership.faults(),
                settings.integer("witnesses", 0));
        if (membership.replicas() != quorums.all()) {
            throw new IllegalArgumentException("zyzzyva: expected " + quorums.all()
                    + " replicas for " + quorums.variant() + " with f=" + membership.faults()
                    + ", found " + membership.replicas());
        }
        return quorums;
    }
}
