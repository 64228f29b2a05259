package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What liars say on the far side, where their own code is never heard and hears nothing. */
final class SecondLife implements Conduct {

    private static final String SEAL = "seal";

    private final Hand hand;
    private final NodeId primary;
    private final List<NodeId> liars;
    private final NodeId backup;
    private final SecondHistory history = new SecondHistory();
    private final Map<Digest, OrderRequest> orders = new TreeMap<>();

    SecondLife(Hand hand, NodeId primary, List<NodeId> liars, NodeId backup) {
        this.hand = hand;
        this.primary = primary;
        this.liars = List.copyOf(liars);
        this.backup = backup;
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        NodeId from = envelope.from().node();
        NodeId to = envelope.to().node();
        Optional<Message> message = envelope.frame().message();
        if (message.isEmpty() || !(liars.contains(from) || liars.contains(to))) {
            return among(envelope, message);
        }
        List<Act> acts = new ArrayList<>();
        acts.add(hand.drop(envelope));
        if (to.equals(primary)) {
            heard(message.get(), envelope.frame().format().orElseThrow(), nanos, acts);
        }
        return acts;
    }

    /** Among the misled themselves: what the backup tells the client, the liars tell it as well. */
    private List<Act> among(Envelope envelope, Optional<Message> message) {
        List<Act> acts = new ArrayList<>();
        acts.add(hand.pass(envelope));
        if (message.isPresent() && envelope.from().node().equals(backup)) {
            MessageFormat format = envelope.frame().format().orElseThrow();
            for (NodeId liar : liars) {
                echoed(message.get(), liar, format, envelope.to().node())
                        .ifPresent(echo ->
                                acts.add(said(liar, envelope.to(), Frame.of(echo, format))));
            }
        }
        return acts;
    }

    /** What the primary does about a message of the far side. */
    private void heard(Message message, MessageFormat format, long nanos, List<Act> acts) {
        if (message instanceof Request request) {
            acts.add(order(request, format, nanos));
        } else if (message instanceof ConfirmRequest confirm) {
            acts.add(order(confirm.request(), format, nanos));
        } else if (message instanceof FillHole hole) {
            orders.values().stream()
                    .filter(order -> hole.from() <= order.first() && order.first() <= hole.to())
                    .forEach(order -> acts.add(ordered(order, format)));
        }
    }

    /** Gives the request its number in the second history, the same one whenever it comes. */
    private Act order(Request request, MessageFormat format, long nanos) {
        Digest digest = Digest.of(format.covered(request, SEAL));
        OrderRequest order = orders.get(digest);
        if (order == null) {
            OrderedItem item = new OrderedItem(
                    Digest.ZERO,
                    digest,
                    KeyValueStore.choose(request.operation(), nanos),
                    Optional.of(request));
            OrderRequest unsealed = history.next(0, List.of(item));
            order = unsealed.withSeal(hand.keysOf(primary).sign(format.covered(unsealed, SEAL)));
            orders.put(digest, order);
        }
        return ordered(order, format);
    }

    private Act ordered(OrderRequest order, MessageFormat format) {
        return said(primary, Endpoint.of(backup), Frame.of(order, format));
    }

    private Act said(NodeId liar, Endpoint to, Frame frame) {
        return hand.inject(Endpoint.of(liar), to, frame, Duration.ZERO);
    }

    /** The backup's words in the liar's mouth. */
    private Optional<Message> echoed(
            Message message, NodeId liar, MessageFormat format, NodeId client) {
        Keyring keys = hand.keysOf(liar);
        if (message instanceof SpeculativeResponse response) {
            Statement bare = new Statement(response.core(), liar, Seal.NONE);
            Statement signed = bare.withSeal(keys.sign(format.covered(bare, SEAL)));
            SpeculativeResponse whole = new SpeculativeResponse(
                    signed,
                    response.result(),
                    response.order(),
                    response.maxCommitted(),
                    Seal.NONE);
            return Optional.of(whole.withSeal(
                    keys.authenticate(format.covered(whole, SEAL), List.of(client))));
        }
        if (message instanceof LocalCommit commit) {
            LocalCommit bare = new LocalCommit(
                    commit.view(),
                    commit.request(),
                    commit.history(),
                    liar,
                    commit.client(),
                    commit.sequence(),
                    Seal.NONE);
            return Optional.of(bare.withSeal(keys.sign(format.covered(bare, SEAL))));
        }
        return Optional.empty();
    }
}
