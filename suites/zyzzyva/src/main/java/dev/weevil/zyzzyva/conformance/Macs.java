package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * MAC operations of the first primary, read from the messages themselves: what it checks is what it
 * is sent, what it makes is in the seals it sends.
 */
final class Macs {

    private static final NodeId PRIMARY = NodeId.replica(0);

    private Macs() {}

    /** One for each request it checks, and one for each answer it gives. */
    static Count perRequest() {
        return Count.of(
                "MACs of requests and answers at the primary",
                run -> checked(run)
                        + made(run, SpeculativeResponse.class)
                                .mapToLong(Macs::macs)
                                .sum());
    }

    /** In the ORDER-REQ with the most, which is one message however many it is sent to. */
    static Count perBatch() {
        return Count.of(
                "MACs of a batch",
                run -> made(run, OrderRequest.class).mapToLong(Macs::macs).max().orElse(0));
    }

    /** Signatures where a MAC must do. */
    static Count signedOnTheFastPath() {
        return Count.of(
                "signatures on the fast path",
                run -> Stream.of(Request.class, OrderRequest.class, SpeculativeResponse.class)
                        .flatMap(type -> run.sent(type))
                        .flatMap(envelope -> envelope.frame().message().stream())
                        .filter(message -> seal(message) instanceof Seal.Signature
                                || (message instanceof SpeculativeResponse response
                                        && response.statement().seal() instanceof Seal.Signature))
                        .count());
    }

    private static long checked(Transcript run) {
        return run.sent(Request.class)
                .filter(envelope -> envelope.to().node().equals(PRIMARY))
                .flatMap(envelope -> envelope.frame().message().stream())
                .filter(message -> seal(message) instanceof Seal.Macs macs
                        && macs.values().containsKey(PRIMARY))
                .count();
    }

    /** What it sent, each message once. */
    private static Stream<Message> made(Transcript run, Class<? extends Message> type) {
        Set<Message> seen = new HashSet<>();
        return run.sent(type)
                .filter(envelope -> envelope.from().node().equals(PRIMARY))
                .flatMap(envelope -> envelope.frame().message().stream())
                .filter(seen::add);
    }

    private static long macs(Message message) {
        return seal(message) instanceof Seal.Macs macs ? macs.values().size() : 0;
    }

    private static Seal seal(Message message) {
        if (message instanceof Request request) {
            return request.seal();
        }
        if (message instanceof OrderRequest order) {
            return order.seal();
        }
        if (message instanceof SpeculativeResponse response) {
            return response.seal();
        }
        throw new IllegalArgumentException("no such seal is counted: " + message);
    }
}
