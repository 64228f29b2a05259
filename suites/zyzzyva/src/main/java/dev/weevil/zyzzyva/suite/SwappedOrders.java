package dev.weevil.zyzzyva.suite;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A primary that gives one backup every two requests in the opposite order, in a chain of histories
 * that is sound in itself and sealed by the primary.
 */
final class SwappedOrders {

    private final NodeId primary;

    private SwappedOrders(NodeId primary) {
        this.primary = primary;
    }

    /** The primary of view 0, where alone it equivocates. */
    static SwappedOrders by(NodeId primary) {
        return new SwappedOrders(primary);
    }

    Rule towards(NodeId backup) {
        return Rule.of(
                "swapped-orders-" + primary + "-" + backup,
                "swaps every two requests in messages",
                Set.of(primary),
                Messages.of(OrderRequest.class).and(Link.of(primary, backup)).and(View.of(0)),
                Swapping::new);
    }

    /** What the misled backup has been told. */
    private static final class Swapping implements Conduct {

        private final Hand hand;
        private final SecondHistory told = new SecondHistory();
        private final List<OrderedItem> untold = new ArrayList<>();
        private long heard;

        Swapping(Hand hand) {
            this.hand = hand;
        }

        @Override
        public List<Act> on(Envelope envelope, long nanos) {
            Optional<OrderRequest> order = envelope.frame()
                    .message()
                    .filter(OrderRequest.class::isInstance)
                    .map(OrderRequest.class::cast);
            if (order.isEmpty()) {
                return List.of(hand.pass(envelope));
            }
            List<OrderedItem> swapped = swapped(order.get());
            if (swapped.isEmpty()) {
                return List.of(hand.drop(envelope));
            }
            OrderRequest other = told.next(order.get().view(), swapped);
            // With the seal that was there, so that a new one takes its place.
            return List.of(hand.alter(envelope, other.withSeal(order.get().seal())));
        }

        /** Pairs the new requests, the last perhaps with one that comes later; none twice. */
        private List<OrderedItem> swapped(OrderRequest order) {
            for (long number = Math.max(order.first(), heard + 1); order.covers(number); number++) {
                untold.add(order.item(number));
                heard = number;
            }
            List<OrderedItem> pairs = new ArrayList<>();
            while (untold.size() >= 2) {
                OrderedItem first = untold.remove(0);
                pairs.add(untold.remove(0));
                pairs.add(first);
            }
            return pairs;
        }
    }
}
