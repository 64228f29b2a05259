package dev.weevil.zyzzyva.load;

import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.service.Operations;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who wastes a cluster's time, and how (15.1, 15.2, 16.3). */
final class Wasters {

    private static final Payload OPERATION =
            Operations.encode(new Invocation(1, "put", Optional.of("waste"), "time"));

    /** Above whatever the client has asked for itself. */
    private static final long FIRST_TIMESTAMP = 1_000_000;

    private static final Bursts.Pace NOW_AND_THEN = new Bursts.Pace(1, Duration.ofMillis(5));
    private static final Bursts.Pace FLOOD = new Bursts.Pace(10, Duration.ofMillis(1));

    private Wasters() {}

    /** Requests whose MACs convince the primary and nobody else. */
    static Rule inconsistentMacs(NodeId client) {
        return Bursts.of(
                "inconsistent-macs-" + client,
                "sends the primary a request whose MACs are good for it alone, every 5 ms",
                client,
                NOW_AND_THEN,
                new Bursts.Script() {
                    @Override
                    public Message message(
                            Hand hand, MessageFormat format, long view, long number) {
                        Request unsealed = request(client, number);
                        return unsealed.withSeal(goodFor(
                                primary(hand, view),
                                hand.keysOf(client),
                                format.covered(unsealed, "seal"),
                                hand.replicas()));
                    }

                    @Override
                    public List<NodeId> receivers(Hand hand, long view) {
                        return List.of(primary(hand, view));
                    }
                });
    }

    /** Requests that nobody can verify, ten a millisecond to each replica. */
    static Rule floodingClient(NodeId client) {
        return Bursts.of(
                "flooding-" + client,
                "sends every replica 10 requests with false signatures each millisecond",
                client,
                FLOOD,
                toAll((format, number) ->
                        request(client, number).withSeal(falseSignature(number))));
    }

    /** CHECKPOINTs that nobody can verify. */
    static Rule floodingReplica(NodeId replica, int interval) {
        return Bursts.of(
                "flooding-" + replica,
                "sends every replica 10 CHECKPOINTs with false signatures each millisecond",
                replica,
                FLOOD,
                toAll((format, number) -> new Checkpoint(
                        0,
                        interval * (FIRST_TIMESTAMP + number),
                        Digest.ZERO,
                        Digest.ZERO,
                        replica,
                        falseSignature(number))));
    }

    /** A primary whose orders come late. */
    static Rule slowPrimary(NodeId primary, Duration by) {
        return Delay.of(by)
                .on(Messages.of(OrderRequest.class))
                .on(Link.from(primary))
                .named("slow-" + primary);
    }

    /** A primary that has never heard of one client, whoever speaks for it. */
    static Rule ignoring(NodeId primary, NodeId client) {
        return Rule.of(
                "ignoring-" + client,
                "has " + primary + " ignore all that " + client + " asks for, in messages",
                Set.of(primary),
                Messages.of(Request.class, ConfirmRequest.class).and(Link.to(primary)),
                Behaviour.each((envelope, hand) -> ignored(envelope, hand, client)));
    }

    private static List<Act> ignored(Envelope envelope, Hand hand, NodeId client) {
        boolean asks = envelope.frame()
                .message()
                .filter(message -> asksFor(message, client))
                .isPresent();
        return List.of(asks ? hand.drop(envelope) : hand.pass(envelope));
    }

    private static boolean asksFor(Message message, NodeId client) {
        return (message instanceof Request request && request.client().equals(client))
                || (message instanceof ConfirmRequest confirm
                        && confirm.request().client().equals(client));
    }

    private interface Numbered {
        Message message(MessageFormat format, long number);
    }

    private static Bursts.Script toAll(Numbered what) {
        return new Bursts.Script() {
            @Override
            public Message message(Hand hand, MessageFormat format, long view, long number) {
                return what.message(format, number);
            }

            @Override
            public List<NodeId> receivers(Hand hand, long view) {
                return hand.replicas();
            }
        };
    }

    private static NodeId primary(Hand hand, long view) {
        return hand.replicas().get((int) (view % hand.replicas().size()));
    }

    private static Request request(NodeId client, long number) {
        return new Request(
                OPERATION,
                FIRST_TIMESTAMP + number,
                client,
                false,
                false,
                false,
                Request.EVERYBODY,
                Seal.NONE);
    }

    /** Codes for all, of which one is true. */
    private static Seal goodFor(NodeId one, Keyring keys, Payload content, List<NodeId> replicas) {
        SortedMap<NodeId, Payload> codes = new TreeMap<>();
        replicas.forEach(replica -> codes.put(replica, noise(0)));
        Seal.Macs good = (Seal.Macs) keys.authenticate(content, List.of(one));
        codes.putAll(Map.copyOf(good.values()));
        return new Seal.Macs(codes);
    }

    /** Another one each time, so that nobody remembers it. */
    private static Seal falseSignature(long number) {
        return new Seal.Signature(noise(number));
    }

    private static Payload noise(long number) {
        return Payload.wrap(ByteBuffer.allocate(64).putLong(number).array());
    }
}
