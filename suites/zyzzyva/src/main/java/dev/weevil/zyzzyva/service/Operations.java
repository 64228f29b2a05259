package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;

import java.util.List;

/** What a workload asks for, as bytes, and what came of it, in the words of a history. */
public final class Operations {

    private Operations() {}

    /**
     * The operation's bytes. Functions are {@code get}, {@code put}, {@code append}, {@code cas} with
     * the list {@code [expected, new]}, and {@code stamp}.
     *
     * @throws IllegalArgumentException naming what the store does not offer, or cannot hold
     */
    public static Payload encode(Invocation invocation) {
        Payload key = Values.encode(invocation.key().orElse(null));
        Object value = invocation.value();
        Payload operation = switch (invocation.function()) {
            case "get", "read" -> of(Operation.Function.GET, key, null, null);
            case "put", "write" -> of(Operation.Function.PUT, key, value, null);
            case "append" -> of(Operation.Function.APPEND, key, value, null);
            case "stamp" -> of(Operation.Function.STAMP, key, null, null);
            case "cas" -> {
                List<?> pair = pair(value);
                yield of(Operation.Function.CAS, key, pair.get(0), pair.get(1));
            }
            default ->
                throw new IllegalArgumentException(
                        "expected get, put, append, cas or stamp, found " + invocation.function());
        };
        if (operation.length() > Operation.MOST_BYTES) {
            throw new IllegalArgumentException("expected an operation of at most "
                    + Operation.MOST_BYTES + " bytes, found " + operation.length());
        }
        return operation;
    }

    /** Whether the operation changes nothing. */
    public static boolean isRead(Invocation invocation) {
        return invocation.function().equals("get") || invocation.function().equals("read");
    }

    /** What became of the invocation, from the store's reply to it. */
    public static Outcome outcome(Invocation invocation, Payload reply) {
        try {
            Reply decoded = Reply.decode(reply);
            return switch (decoded.kind()) {
                case DONE -> Outcome.ok(invocation.value());
                case VALUE -> Outcome.ok(decoded.decoded());
                case MISMATCH ->
                    Outcome.fail(invocation.value(), "precondition: found " + decoded.decoded());
                case REFUSED -> Outcome.fail(invocation.value(), "refused: " + decoded.decoded());
            };
        } catch (Refusal refusal) {
            return Outcome.info(
                    invocation.value(), "a reply without shape: " + refusal.getMessage());
        }
    }

    private static Payload of(
            Operation.Function function, Payload key, Object argument, Object replacement) {
        return new Operation(function, key, Values.encode(argument), Values.encode(replacement))
                .encode();
    }

    private static List<?> pair(Object value) {
        if (value instanceof List<?> pair && pair.size() == 2) {
            return pair;
        }
        throw new IllegalArgumentException("a cas carries [expected, new], found " + value);
    }
}
