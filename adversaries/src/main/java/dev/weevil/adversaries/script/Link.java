package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.NodeId;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Envelopes by where they come from and where they go, twins with their originals. */
public final class Link implements Scope {

    private final BiPredicate<NodeId, NodeId> links;
    private final String words;

    private Link(BiPredicate<NodeId, NodeId> links, String words) {
        this.links = links;
        this.words = words;
    }

    /** What these nodes send, but for what they send themselves. */
    public static Link from(NodeId... senders) {
        Set<NodeId> set = setOf(Arrays.asList(senders));
        return new Link((from, to) -> set.contains(from) && !from.equals(to), "from " + named(set));
    }

    /** What these nodes receive, but for what they send themselves. */
    public static Link to(NodeId... receivers) {
        Set<NodeId> set = setOf(Arrays.asList(receivers));
        return new Link((from, to) -> set.contains(to) && !from.equals(to), "to " + named(set));
    }

    /** What these nodes send or receive. */
    public static Link touching(NodeId... nodes) {
        Set<NodeId> set = setOf(Arrays.asList(nodes));
        return new Link(
                (from, to) -> (set.contains(from) || set.contains(to)) && !from.equals(to),
                "from or to " + named(set));
    }

    /** One direction of one link. */
    public static Link of(NodeId sender, NodeId receiver) {
        return new Link(
                (from, to) -> from.equals(sender) && to.equals(receiver),
                "from " + sender + " to " + receiver);
    }

    /** Both directions between any two of these nodes. */
    public static Link among(NodeId... nodes) {
        Set<NodeId> set = setOf(Arrays.asList(nodes));
        return new Link(
                (from, to) -> set.contains(from) && set.contains(to) && !from.equals(to),
                "among " + named(set));
    }

    /** Both directions of every link from one side to the other. */
    public static Link between(Collection<NodeId> side, Collection<NodeId> other) {
        Set<NodeId> one = setOf(side);
        Set<NodeId> two = setOf(other);
        if (one.stream().anyMatch(two::contains)) {
            throw new IllegalArgumentException(
                    "expected two sides without a node in common, found " + one + " and " + two);
        }
        return new Link(
                (from, to) -> (one.contains(from) && two.contains(to))
                        || (two.contains(from) && one.contains(to)),
                "between " + named(one) + " and " + named(two));
    }

    /** Both directions of every link that leads out of the side. */
    public static Link around(Collection<NodeId> side) {
        Set<NodeId> set = setOf(side);
        return new Link(
                (from, to) -> set.contains(from) != set.contains(to),
                "between " + named(set) + " and everybody else");
    }

    public static Link betweenReplicas() {
        return new Link(
                (from, to) -> from.isReplica() && to.isReplica() && !from.equals(to),
                "between replicas");
    }

    /** Links from or to a client. */
    public static Link ofClients() {
        return new Link((from, to) -> from.isClient() || to.isClient(), "from or to clients");
    }

    private static Set<NodeId> setOf(Collection<NodeId> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("expected at least one node");
        }
        return new TreeSet<>(nodes);
    }

    private static String named(Set<NodeId> nodes) {
        return nodes.stream().map(NodeId::toString).collect(Collectors.joining(", "));
    }

    @Override
    public boolean covers(Envelope envelope) {
        return touches(envelope.from().node(), envelope.to().node());
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return links.test(from, to);
    }

    @Override
    public String inWords() {
        return words;
    }

    @Override
    public String toString() {
        return words;
    }
}
