package dev.weevil.adversaries.script;

import dev.weevil.adversaries.gullible.Gullible;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An attack in the vice: envelopes by hand, acts to look at. */
public final class Bench {

    public static final NodeId R0 = NodeId.replica(0);
    public static final NodeId R1 = NodeId.replica(1);
    public static final NodeId R2 = NodeId.replica(2);
    public static final NodeId R3 = NodeId.replica(3);
    public static final NodeId C0 = NodeId.client(0);

    private final Keys keys = Scheme.SYMBOLIC.keys(new Seed(1), List.of(R0, R1, R2, R3, C0));
    private final Adversary adversary;
    private final Set<NodeId> corrupted;
    private final Seed seed;
    private long envelopes;

    public Bench(Attack attack) {
        this(attack, new Seed(42));
    }

    public Bench(Attack attack, Seed seed) {
        this.corrupted = attack.corrupted();
        this.seed = seed;
        this.adversary = attack.begin(new BenchPowers());
    }

    /** The secrets of any node: a test is everybody. */
    public Keyring keysOf(NodeId node) {
        return keys.of(node);
    }

    public List<Act> begin() {
        return adversary.on(new Observation.Begun(0));
    }

    public List<Act> wake(long nanos, String token) {
        return adversary.on(new Observation.Woken(nanos, token));
    }

    public List<Act> see(Observation observation) {
        return adversary.on(observation);
    }

    public List<Act> send(Envelope envelope) {
        return sendAt(0, envelope);
    }

    public List<Act> sendAt(long nanos, Envelope envelope) {
        return adversary.on(new Observation.Sent(nanos, envelope));
    }

    /** An order with the primary's seal on its way. */
    public Envelope order(NodeId from, NodeId to, long sequence) {
        Word.Order bare =
                new Word.Order(sequence, sequence, C0, Payload.utf8("v" + sequence), Seal.NONE);
        Seal seal = keys.of(from).sign(Gullible.FORMAT.covered(bare, "seal"));
        return envelope(
                from,
                to,
                Frame.of(
                        new Word.Order(sequence, sequence, C0, bare.value(), seal),
                        Gullible.FORMAT));
    }

    public Envelope done(NodeId from, NodeId to, long sequence) {
        Word.Done bare = new Word.Done(sequence, from, Payload.utf8("v" + sequence), Seal.NONE);
        Seal seal = keys.of(from).sign(Gullible.FORMAT.covered(bare, "seal"));
        return envelope(
                from,
                to,
                Frame.of(new Word.Done(sequence, from, bare.value(), seal), Gullible.FORMAT));
    }

    public Envelope envelope(NodeId from, NodeId to, Frame frame) {
        return new Envelope(++envelopes, Endpoint.of(from), Endpoint.of(to), frame.label(), frame);
    }

    /** The word an act delivers. */
    public static Word delivered(Act act) {
        return (Word) ((Act.Deliver) act).envelope().frame().message().orElseThrow();
    }

    /** The kinds of touch of all acts, in order. */
    public static List<Touch.Kind> touches(List<Act> acts) {
        List<Touch.Kind> kinds = new ArrayList<>();
        for (Act act : acts) {
            if (act instanceof Act.Deliver deliver) {
                deliver.touches().forEach(touch -> kinds.add(touch.kind()));
            } else if (act instanceof Act.Drop drop) {
                drop.touches().forEach(touch -> kinds.add(touch.kind()));
            } else if (act instanceof Act.Hold hold) {
                hold.touches().forEach(touch -> kinds.add(touch.kind()));
            }
        }
        return kinds;
    }

    /** The act that lets an envelope pass as if nobody had looked at it. */
    public static Act untouched(Envelope envelope) {
        return new Act.Deliver(envelope, Duration.ZERO, List.of());
    }

    private final class BenchPowers implements Powers {

        @Override
        public List<NodeId> replicas() {
            return List.of(R0, R1, R2, R3);
        }

        @Override
        public List<NodeId> clients() {
            return List.of(C0);
        }

        @Override
        public Set<NodeId> corrupted() {
            return corrupted;
        }

        @Override
        public Keyring keysOf(NodeId node) {
            return keys.of(node);
        }

        @Override
        public Seed seed(String rule) {
            return seed.named(rule);
        }

        @Override
        public long nextEnvelope() {
            return ++envelopes;
        }
    }
}
