package dev.weevil.engine.simulation;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.engine.wire.Tag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The smallest protocol with something of everything: a client sings a number to all replicas, each
 * signs it, and the client is done when a majority has; it sings again when nobody answers in time.
 * Replicas keep the last number on disk and tell how long their clock says they have lived.
 */
public final class Chorus implements Protocol {

    static final Duration PATIENCE = Duration.ofMillis(20);

    /** What is sung. */
    public sealed interface Song extends Message permits Line, Echo {}

    @Tag(1)
    public record Line(long sequence) implements Song {}

    @Tag(2)
    public record Echo(long sequence, NodeId singer, Seal seal) implements Song {}

    @Override
    public String name() {
        return "chorus";
    }

    @Override
    public LinkModel linkModel() {
        return LinkModel.LOSSY;
    }

    @Override
    public Deployment deploy(Membership membership, Settings settings) {
        RecordFormat format = new RecordFormat(Song.class, 7);
        return new Deployment() {
            @Override
            public MessageFormat format() {
                return format;
            }

            @Override
            public Node replica(Keyring keys) {
                return new Singer(keys, format);
            }

            @Override
            public Node client(Keyring keys) {
                return new Conductor(membership, keys, format);
            }
        };
    }

    private static final class Singer implements Node {

        private final Keyring keys;
        private final MessageFormat format;
        private long born;

        Singer(Keyring keys, MessageFormat format) {
            this.keys = keys;
            this.format = format;
        }

        @Override
        public List<Effect> on(Event event) {
            if (event instanceof Event.Started started) {
                born = started.nanos();
                String found = started.disk().keySet().toString();
                return List.of(new Effect.Observed(Fact.of("woke", 0, 0, found)));
            }
            if (event instanceof Event.Arrived arrived && arrived.message() instanceof Line line) {
                Echo echo = new Echo(line.sequence(), keys.owner(), Seal.NONE);
                Seal seal = keys.sign(format.covered(echo, "seal"));
                long age = event.nanos() - born;
                return List.of(
                        new Effect.Persist(1, "last", Payload.utf8("" + line.sequence())),
                        new Effect.Observed(
                                new Fact(Fact.DECIDED, 0, line.sequence(), Digest.ZERO, "" + age)),
                        new Effect.Send(
                                arrived.sender(), new Echo(line.sequence(), keys.owner(), seal)));
            }
            return List.of();
        }
    }

    private static final class Conductor implements Node {

        private static final Timer PATIENT = Timer.named("PATIENCE");

        private final Membership membership;
        private final Keyring keys;
        private final MessageFormat format;
        private final Set<NodeId> sang = new TreeSet<>();
        private Invocation current;

        Conductor(Membership membership, Keyring keys, MessageFormat format) {
            this.membership = membership;
            this.keys = keys;
            this.format = format;
        }

        @Override
        public List<Effect> on(Event event) {
            if (event instanceof Event.Invoked invoked) {
                current = invoked.invocation();
                sang.clear();
                return sing();
            }
            if (event instanceof Event.TimerFired) {
                return sing();
            }
            if (event instanceof Event.Arrived arrived && arrived.message() instanceof Echo echo) {
                return heard(echo);
            }
            return List.of();
        }

        private List<Effect> sing() {
            List<Effect> effects = new ArrayList<>();
            Line line = new Line(current.id());
            effects.add(new Effect.Send(membership.replicaIds(), line));
            effects.add(new Effect.StartTimer(PATIENT, PATIENCE, 0.2));
            return effects;
        }

        private List<Effect> heard(Echo echo) {
            boolean genuine = keys.verify(echo.singer(), format.covered(echo, "seal"), echo.seal());
            if (!genuine) {
                return List.of(new Effect.Observed(Fact.of(Fact.REFUSED, 0, 0, "bad seal")));
            }
            if (current == null || echo.sequence() != current.id() || !sang.add(echo.singer())) {
                return List.of();
            }
            if (sang.size() <= membership.replicas() / 2) {
                return List.of();
            }
            Invocation done = current;
            current = null;
            return List.of(
                    new Effect.StopTimer(PATIENT),
                    new Effect.Complete(done.id(), Outcome.ok(done.value())));
        }
    }
}
