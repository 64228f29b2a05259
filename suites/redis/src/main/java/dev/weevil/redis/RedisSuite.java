package dev.weevil.redis;

import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.script.Link;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.LinearizabilityOracle;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.run.Suite;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.redis.attack.LostWrite;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A Redis primary and its replica under three clients: the smoke test of foreign processes. */
public final class RedisSuite implements Suite {

    private static final Membership MEMBERSHIP = new Membership(2, 0, 3);
    private static final int OPERATIONS = 400;
    private static final int REQUIRED = 200;
    private static final Duration CHECKING = Duration.ofSeconds(30);
    private static final Bounds BOUNDS = new Bounds(Duration.ofMinutes(1), 1_000_000);

    /** So many that what is lost under some key is read before it is overwritten. */
    private static final int KEYS = 8;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String describe() {
        return "asynchronous replication by somebody else's processes, seen from the wire";
    }

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                scenario(
                        "no-fault",
                        "A primary that nobody disturbs executes one operation after the other.",
                        Kind.HOLDS,
                        Attack.none()),
                scenario(
                        "slow-replication",
                        "Clients use the primary alone: how far behind its replica is cannot show.",
                        Kind.HOLDS,
                        Delay.of(Duration.ofMillis(30))
                                .on(Link.among(NodeId.replica(0), NodeId.replica(1)))),
                scenario(
                        "lost-write",
                        "Writes are acknowledged before the replica has them: a primary that is lost"
                                + " takes them along, and clients read what was there before.",
                        Kind.CONTROL,
                        new LostWrite(60, 40)));
    }

    private static Scenario scenario(String name, String claim, Kind kind, Attack attack) {
        return new Scenario(
                name,
                claim,
                kind,
                Set.of(Mode.LIVE),
                new Requirement(REQUIRED, "", new Redis()::missing),
                (mode, seed) -> new Plan(
                        name,
                        new Redis(),
                        MEMBERSHIP,
                        Settings.NONE,
                        Scheme.SYMBOLIC,
                        new Workload("key-value", OPERATIONS, Duration.ZERO, new KeyValueMix(KEYS)),
                        attack,
                        seed,
                        BOUNDS),
                List.of(new LinearizabilityOracle(Models.keyValue(), Limits.within(CHECKING))));
    }
}
