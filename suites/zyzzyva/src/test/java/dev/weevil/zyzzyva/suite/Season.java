package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.network.Duplication;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.network.Partition;
import dev.weevil.adversaries.network.Reordering;
import dev.weevil.adversaries.process.Crash;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random faults of every kind the protocol claims to survive, one spell after the other: at most f
 * replicas lie, fall silent or forget for the whole run; the network loses, delays, repeats and divides;
 * any replica may crash and come back with its disk. After the last spell everything is well.
 */
final class Season {

    private final Random random;
    private final Membership membership;
    private final Duration spell;
    private Attack attack = Attack.none();
    private int named;

    private Season(Seed seed, Membership membership, Duration spell) {
        this.random = new Random(seed.value());
        this.membership = membership;
        this.spell = spell;
    }

    /**
     * The faults of a seed.
     *
     * @param spells how many spells there are
     * @param spell how long each is; the first begins when one has passed
     */
    static Attack of(Seed seed, Membership membership, int spells, Duration spell) {
        Season season = new Season(seed, membership, spell);
        season.charge(spells);
        for (int i = 1; i <= spells; i++) {
            season.weather(spell.multipliedBy(i), spell.multipliedBy(i + 1L));
        }
        return season.attack;
    }

    private void add(Attack fault) {
        attack = attack.then(fault);
    }

    private String name(String kind) {
        named++;
        return kind + "-" + named;
    }

    /** What the faulty replicas do, all through the run. */
    private void charge(int spells) {
        List<NodeId> replicas = new ArrayList<>(membership.replicaIds());
        Collections.shuffle(replicas, random);
        Duration end = spell.multipliedBy(spells + 1L);
        for (NodeId faulty : replicas.subList(0, membership.faults())) {
            When begin = When.after(spell.multipliedBy(1 + random.nextInt(spells)));
            switch (random.nextInt(5)) {
                case 0 -> add(Silence.of(faulty).from(begin).named(name("silence")));
                case 1 -> add(FalseResults.by(faulty).named(name("false-results")));
                case 2 -> add(Crash.of(faulty).when(begin).named(name("crash")));
                case 3 ->
                    add(Crash.andAmnesia(faulty, spell.dividedBy(2))
                            .when(begin)
                            .named(name("amnesia")));
                default -> {
                    NodeId misled = replicas.get(replicas.size() - 1);
                    add(SwappedOrders.by(faulty).towards(misled));
                    add(Silence.of(faulty).between(end, end.multipliedBy(100)).named(name("end")));
                }
            }
        }
    }

    /** What the network and the machines do for a while. */
    private void weather(Duration from, Duration until) {
        NodeId victim = NodeId.replica(random.nextInt(membership.replicas()));
        switch (random.nextInt(6)) {
            case 0 -> add(spell(Loss.of(0.02 + 0.2 * random.nextDouble()), from, until));
            case 1 -> add(spell(Delay.between(Duration.ZERO, Duration.ofMillis(80)), from, until));
            case 2 -> add(spell(Duplication.of(0.3), from, until));
            case 3 -> add(spell(Reordering.of(0.3, 3, Duration.ofMillis(20)), from, until));
            case 4 -> {
                List<NodeId> side = new ArrayList<>(membership.replicaIds());
                Collections.shuffle(side, random);
                List<NodeId> cut = side.subList(0, 1 + random.nextInt(side.size() - 1));
                add(spell(Partition.of(cut), from, until));
            }
            default ->
                add(Crash.andRestart(victim, spell.dividedBy(4))
                        .when(When.after(from))
                        .named(name("restart")));
        }
        if (random.nextInt(4) == 0) {
            add(spell(Loss.all().on(Link.from(victim)), from, from.plus(spell.dividedBy(2))));
        }
    }

    private Rule spell(Rule rule, Duration from, Duration until) {
        return rule.between(from, until).named(name(rule.name()));
    }
}
