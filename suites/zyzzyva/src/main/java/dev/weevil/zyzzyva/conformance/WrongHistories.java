package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;

import java.util.List;

/** A primary whose orders follow no history, the same for everybody. */
final class WrongHistories {

    private WrongHistories() {}

    static Rule by(NodeId primary) {
        return Lie.by(primary).in(OrderRequest.class, WrongHistories::of);
    }

    private static OrderRequest of(OrderRequest truth) {
        List<OrderedItem> items = truth.items().stream()
                .map(item -> new OrderedItem(
                        Digest.chain(item.history(), item.history()),
                        item.request(),
                        item.nondeterminism(),
                        item.body()))
                .toList();
        return new OrderRequest(truth.view(), truth.first(), items, truth.seal());
    }
}
