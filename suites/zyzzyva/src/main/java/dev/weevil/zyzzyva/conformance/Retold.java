package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.View;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.proof.HistoryChain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A primary that tells some backups another story in view 0: what it has ordered becomes other items,
 * in numbers from 1 on and in a chain of histories that is sound in itself, under its own seal.
 * Whatever was told is not told again: requests to fill holes get no answer.
 */
final class Retold {

    /** Turns what was ordered into what is told. Stateless. */
    @FunctionalInterface
    interface Story {

        /**
         * What to tell once another item has been ordered; nothing to wait for more.
         *
         * @param ordered all items so far, the newest last; their histories are replaced
         */
        List<OrderedItem> next(List<OrderedItem> ordered, MessageFormat format);
    }

    private final NodeId primary;
    private final HistoryChain chain;

    private Retold(NodeId primary, HistoryChain chain) {
        this.primary = primary;
        this.chain = chain;
    }

    static Retold by(NodeId primary) {
        return new Retold(primary, new HistoryChain(true));
    }

    /** In the published chain, which does not cover what the primary chose (3.3). */
    Retold withoutChoices() {
        return new Retold(primary, new HistoryChain(false));
    }

    /**
     * One rule, by this name, for these backups.
     *
     * @param words what it does, so that "messages" can follow
     */
    Rule towards(Set<NodeId> backups, String name, String words, Story story) {
        return Rule.of(
                name,
                words,
                Set.of(primary),
                Messages.of(OrderRequest.class)
                        .and(Link.from(primary))
                        .and(Link.to(backups.toArray(new NodeId[0])))
                        .and(View.of(0)),
                hand -> new Telling(hand, story, chain));
    }

    /** What each backup has been told. */
    private static final class Telling implements Conduct {

        private final Hand hand;
        private final Story story;
        private final HistoryChain chain;
        private final Map<NodeId, Told> told = new TreeMap<>();

        Telling(Hand hand, Story story, HistoryChain chain) {
            this.hand = hand;
            this.story = story;
            this.chain = chain;
        }

        @Override
        public List<Act> on(Envelope envelope, long nanos) {
            MessageFormat format = envelope.frame().format().orElseThrow();
            return List.of(envelope.frame()
                    .message()
                    .map(OrderRequest.class::cast)
                    .map(order -> retold(envelope, order, format))
                    .orElseGet(() -> hand.pass(envelope)));
        }

        private Act retold(Envelope envelope, OrderRequest order, MessageFormat format) {
            Told here = told.computeIfAbsent(envelope.to().node(), backup -> new Told());
            long first = here.last + 1;
            List<OrderedItem> items = new ArrayList<>();
            for (long n = Math.max(order.first(), here.ordered.size() + 1L); order.covers(n); n++) {
                here.ordered.add(order.item(n));
                story.next(List.copyOf(here.ordered), format)
                        .forEach(item -> items.add(here.chained(item, chain)));
            }
            // With the seal that was there, so that a new one takes its place.
            return items.isEmpty()
                    ? hand.drop(envelope)
                    : hand.alter(
                            envelope, new OrderRequest(order.view(), first, items, order.seal()));
        }
    }

    /** One backup's history. */
    private static final class Told {

        private final List<OrderedItem> ordered = new ArrayList<>();
        private Digest history = Digest.ZERO;
        private long last;

        OrderedItem chained(OrderedItem item, HistoryChain chain) {
            last++;
            history = chain.next(history, item.request(), item.nondeterminism());
            return new OrderedItem(history, item.request(), item.nondeterminism(), item.body());
        }
    }
}
