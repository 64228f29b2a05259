package dev.weevil.redis;

import dev.weevil.engine.cluster.Driver;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Outcome;
import dev.weevil.redis.resp.Reply;
import dev.weevil.redis.resp.RespConnection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A client that uses whoever says it is the primary, and looks for another when that one is gone. Knows
 * {@code get}, {@code put}, {@code cas} and {@code append}.
 */
final class RedisDriver implements Driver {

    /** For one answer; a server that is not there is one that does not answer. */
    private static final Duration ANSWERING = Duration.ofSeconds(2);

    /** For finding a primary. */
    private static final Duration SEEKING = Duration.ofSeconds(30);

    private static final Duration GREETING = Duration.ofMillis(500);

    private static final String COMPARE_AND_SET = "if redis.call('GET', KEYS[1]) == ARGV[1] then"
            + " redis.call('SET', KEYS[1], ARGV[2]) return 1 else return 0 end";

    private final List<Integer> ports;
    private volatile Optional<RespConnection> primary = Optional.empty();
    private volatile boolean closed;

    /** @param ports where the servers are, in the order they are asked */
    RedisDriver(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    @Override
    public Outcome perform(Invocation invocation) {
        if (!seek()) {
            return notDone(
                    invocation,
                    "no server said within " + SEEKING.toSeconds() + " s that it is the primary");
        }
        try {
            return outcome(invocation, ask(invocation));
        } catch (IOException e) {
            leave();
            return Outcome.info(invocation.value(), e.toString());
        }
    }

    private Reply ask(Invocation invocation) throws IOException {
        RespConnection server = primary.orElseThrow();
        String key = invocation.key().map(Object::toString).orElse("");
        return switch (invocation.function()) {
            case "get" -> server.call("GET", key);
            case "put" -> server.call("SET", key, invocation.value().toString());
            case "append" -> server.call("APPEND", key, invocation.value().toString());
            case "cas" -> {
                List<?> pair = (List<?>) invocation.value();
                String expected = pair.get(0).toString();
                yield server.call(
                        "EVAL", COMPARE_AND_SET, "1", key, expected, pair.get(1).toString());
            }
            default -> throw new IllegalArgumentException("no operation " + invocation.function());
        };
    }

    private Outcome outcome(Invocation invocation, Reply reply) {
        if (reply instanceof Reply.Failure failure) {
            // It was a primary no longer: look again, for the next operation.
            leave();
            return notDone(invocation, failure.complaint());
        }
        if (invocation.function().equals("get") && reply instanceof Reply.Text text) {
            return Outcome.ok(text.value().orElse(null));
        }
        if (reply.equals(new Reply.Whole(0)) && invocation.function().equals("cas")) {
            return Outcome.fail(invocation.value(), "another value was there");
        }
        return Outcome.ok(invocation.value());
    }

    /** The operation had no effect. A failed cas would say more: that another value was there. */
    private static Outcome notDone(Invocation invocation, String why) {
        return invocation.function().equals("cas")
                ? Outcome.info(invocation.value(), why)
                : Outcome.fail(invocation.value(), why);
    }

    /** Finds a primary, if there is none yet; false if nobody says to be one. */
    private boolean seek() {
        long since = System.nanoTime();
        while (primary.isEmpty() && !closed && System.nanoTime() - since < SEEKING.toNanos()) {
            primary = ports.stream()
                    .map(RedisDriver::connectedPrimary)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return primary.isPresent();
    }

    private static Optional<RespConnection> connectedPrimary(int port) {
        if (!saysPrimary(port)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RespConnection(port, ANSWERING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean saysPrimary(int port) {
        try (RespConnection server = new RespConnection(port, GREETING)) {
            return server.call("ROLE") instanceof Reply.Several several
                    && !several.replies().isEmpty()
                    && several.replies().get(0).equals(new Reply.Text(Optional.of("master")));
        } catch (IOException e) {
            return false;
        }
    }

    private void leave() {
        primary.ifPresent(RespConnection::close);
        primary = Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        primary.ifPresent(RespConnection::close);
    }
}
