package dev.weevil.engine.live;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A counter: r0 numbers what clients ask for and tells the others, everybody counts in that order, and a
 * client believes what a majority of replicas answers. Clients ask again until then; r0 tells again when
 * asked again, and everybody answers a number once counted in the same way for ever. Each replica keeps
 * every fifth count on disk. Setting {@code fragile} makes replicas end at the count it names.
 */
public class Tally implements Protocol {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** What is said. */
    public sealed interface Word extends Message permits Ask, Next, Answer {}

    /** A client wants one more. */
    @Tag(1)
    public record Ask(NodeId client, long sequence, Seal seal) implements Word {}

    /** The primary gives that wish its place. */
    @Tag(2)
    public record Next(long sequence, NodeId client, long wish, Seal seal) implements Word {}

    /** A replica's count after that wish. */
    @Tag(3)
    public record Answer(long sequence, NodeId replica, long count, Seal seal) implements Word {}

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public LinkModel linkModel() {
        return LinkModel.LOSSY;
    }

    @Override
    public Deployment deploy(Membership membership, Settings settings) {
        RecordFormat format = new RecordFormat(Word.class, 3);
        return new Deployment() {
            @Override
            public MessageFormat format() {
                return format;
            }

            @Override
            public Node replica(Keyring keys) {
                return new Counter(membership, settings.integer("fragile", -1), keys, format);
            }

            @Override
            public Node client(Keyring keys) {
                return new Asker(membership, keys, format);
            }
        };
    }

    private static final class Counter implements Node {

        private static final NodeId PRIMARY = NodeId.replica(0);

        private record Wish(NodeId client, long number) {}

        private final Membership membership;
        private final int fragile;
        private final Keyring keys;
        private final MessageFormat format;
        private final Map<Wish, Long> places = new java.util.HashMap<>();
        private final TreeMap<Long, Wish> told = new TreeMap<>();
        private long counted;

        Counter(Membership membership, int fragile, Keyring keys, MessageFormat format) {
            this.membership = membership;
            this.fragile = fragile;
            this.keys = keys;
            this.format = format;
        }

        @Override
        public List<Effect> on(Event event) {
            if (event instanceof Event.Started started) {
                String kept = started.disk().containsKey("count")
                        ? started.disk().get("count").asUtf8()
                        : "nothing";
                return List.of(new Effect.Observed(
                        Fact.of("woke", 0, 0, kept + " at " + started.nanos())));
            }
            if (event instanceof Event.Arrived arrived && arrived.message() instanceof Ask ask) {
                return asked(ask);
            }
            if (event instanceof Event.Arrived arrived && arrived.message() instanceof Next next) {
                return told(next, event.nanos());
            }
            return List.of();
        }

        private List<Effect> asked(Ask ask) {
            if (!keys.owner().equals(PRIMARY)
                    || !keys.verify(ask.client(), format.covered(ask, "seal"), ask.seal())) {
                return List.of(
                        new Effect.Observed(Fact.of(Fact.REFUSED, 0, ask.sequence(), "bad wish")));
            }
            Wish wish = new Wish(ask.client(), ask.sequence());
            long place = places.computeIfAbsent(wish, fresh -> places.size() + 1L);
            Next plain = new Next(place, wish.client(), wish.number(), Seal.NONE);
            Next next = new Next(
                    place, wish.client(), wish.number(), keys.sign(format.covered(plain, "seal")));
            return List.of(new Effect.Send(membership.replicaIds(), next));
        }

        private List<Effect> told(Next next, long nanos) {
            if (!keys.verify(PRIMARY, format.covered(next, "seal"), next.seal())) {
                return List.of(new Effect.Observed(
                        Fact.of(Fact.REFUSED, 0, next.sequence(), "bad place")));
            }
            Wish wish = new Wish(next.client(), next.wish());
            told.putIfAbsent(next.sequence(), wish);
            List<Effect> effects = new ArrayList<>();
            if (next.sequence() <= counted) {
                effects.add(answer(next.sequence(), told.get(next.sequence())));
            }
            while (told.containsKey(counted + 1)) {
                counted++;
                if (counted == fragile) {
                    throw new IllegalStateException("too fragile to count to " + counted);
                }
                if (counted % 5 == 0) {
                    effects.add(new Effect.Persist(counted, "count", Payload.utf8("" + counted)));
                }
                effects.add(new Effect.Observed(
                        new Fact(Fact.DECIDED, 0, counted, digest(told.get(counted)), "" + nanos)));
                effects.add(answer(counted, told.get(counted)));
            }
            return effects;
        }

        private static Digest digest(Wish wish) {
            return Digest.of(Payload.utf8(wish.toString()));
        }

        private Effect answer(long place, Wish wish) {
            Answer plain = new Answer(wish.number(), keys.owner(), place, Seal.NONE);
            return new Effect.Send(
                    wish.client(),
                    new Answer(
                            wish.number(),
                            keys.owner(),
                            place,
                            keys.sign(format.covered(plain, "seal"))));
        }
    }

    private static final class Asker implements Node {

        private static final Timer PATIENT = Timer.named("PATIENCE");

        private final Membership membership;
        private final Keyring keys;
        private final MessageFormat format;
        private final Map<Long, TreeSet<NodeId>> answers = new TreeMap<>();
        private Optional<Invocation> current = Optional.empty();

        Asker(Membership membership, Keyring keys, MessageFormat format) {
            this.membership = membership;
            this.keys = keys;
            this.format = format;
        }

        @Override
        public List<Effect> on(Event event) {
            if (event instanceof Event.Invoked invoked) {
                current = Optional.of(invoked.invocation());
                answers.clear();
                return ask();
            }
            if (event instanceof Event.TimerFired && current.isPresent()) {
                return ask();
            }
            if (event instanceof Event.Arrived arrived
                    && arrived.message() instanceof Answer answer) {
                return answered(answer);
            }
            return List.of();
        }

        private List<Effect> ask() {
            Ask plain = new Ask(keys.owner(), current.get().id(), Seal.NONE);
            Seal seal = keys.sign(format.covered(plain, "seal"));
            return List.of(
                    new Effect.Send(
                            NodeId.replica(0), new Ask(keys.owner(), plain.sequence(), seal)),
                    new Effect.StartTimer(PATIENT, PATIENCE, 0.2));
        }

        private List<Effect> answered(Answer answer) {
            if (current.isEmpty()
                    || answer.sequence() != current.get().id()
                    || !keys.verify(
                            answer.replica(), format.covered(answer, "seal"), answer.seal())) {
                return List.of();
            }
            TreeSet<NodeId> same =
                    answers.computeIfAbsent(answer.count(), count -> new TreeSet<>());
            same.add(answer.replica());
            if (same.size() <= membership.replicas() / 2) {
                return List.of();
            }
            Invocation done = current.get();
            current = Optional.empty();
            return List.of(
                    new Effect.StopTimer(PATIENT),
                    new Effect.Complete(done.id(), Outcome.ok(answer.count())));
        }
    }
}
