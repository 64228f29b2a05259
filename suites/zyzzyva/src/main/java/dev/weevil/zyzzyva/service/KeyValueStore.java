package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A key-value store: a function of the operations it was given, in their order, and of what the
 * primary chose for each (section 1, point 4). Whatever bytes it is asked to execute, it answers; what
 * it refuses it refuses on every replica alike. One thread.
 */
public final class KeyValueStore {

    /** How many pages the keys are spread over. */
    public static final int PAGES = 16;

    /** A value longer than this is refused, and so is an append that would make one. */
    static final int MOST_VALUE_BYTES = 64 * 1024;

    /** All keys and values together: clients must not exhaust a replica. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Page[] pages = new Page[PAGES];
    private long bytes;

    public KeyValueStore() {
        for (int i = 0; i < PAGES; i++) {
            pages[i] = new Page();
        }
    }

    /** A store with the snapshot's content. */
    public KeyValueStore(Snapshot snapshot) {
        for (int i = 0; i < PAGES; i++) {
            pages[i] = snapshot.pages().get(i);
            bytes += pages[i].bytes();
        }
    }

    /** The present content. Costs what was written since the last snapshot. */
    public Snapshot snapshot() {
        List<Page> frozen = new ArrayList<>(PAGES);
        for (Page page : pages) {
            frozen.add(page.freeze());
        }
        return new Snapshot(frozen);
    }

    /**
     * What a primary chooses for this operation: its clock for a stamp, nothing for any other.
     *
     * @param nanos the primary's clock
     */
    public static Payload choose(Payload operation, long nanos) {
        return operation.length() > 0 && operation.at(0) == Operation.Function.STAMP.code()
                ? Payload.wrap(ByteBuffer.allocate(Long.BYTES).putLong(nanos).array())
                : Payload.EMPTY;
    }

    /**
     * Executes an operation.
     *
     * @param nondeterminism what the primary chose for it
     * @param readOnly whether the client declared that it changes nothing; if it would, it is refused
     * @return the encoded reply, to be read by {@link Operations#outcome}
     */
    public Payload execute(Payload operation, Payload nondeterminism, boolean readOnly) {
        try {
            Operation decoded = Operation.decode(operation);
            if (readOnly && decoded.function() != Operation.Function.GET) {
                throw new Refusal(decoded.function() + " declared to be read-only");
            }
            return execute(decoded, nondeterminism);
        } catch (Refusal refusal) {
            return Reply.refused(refusal);
        }
    }

    private Payload execute(Operation operation, Payload nondeterminism) throws Refusal {
        Payload key = operation.key();
        Payload found = page(key).get(key);
        switch (operation.function()) {
            case GET -> {
                return Reply.value(found);
            }
            case CAS -> {
                if (!found.equals(operation.argument())) {
                    return Reply.mismatch(found);
                }
                write(key, found, operation.replacement());
            }
            case PUT -> write(key, found, operation.argument());
            case APPEND -> write(key, found, appended(found, operation.argument()));
            case STAMP -> {
                Payload stamp = stamp(nondeterminism);
                write(key, found, stamp);
                return Reply.value(stamp);
            }
        }
        return Reply.DONE;
    }

    private Page page(Payload key) {
        return pages[Math.floorMod(key.hashCode(), PAGES)];
    }

    private void write(Payload key, Payload found, Payload value) throws Refusal {
        long growth = found.equals(Values.ABSENT)
                ? key.length() + value.length()
                : (long) value.length() - found.length();
        if (value.equals(Values.ABSENT)) {
            growth = found.equals(Values.ABSENT) ? 0 : -(long) key.length() - found.length();
        }
        if (value.length() > MOST_VALUE_BYTES || bytes + growth > MOST_BYTES) {
            throw new Refusal(
                    "a value of " + value.length() + " bytes where " + bytes + " are held");
        }
        bytes += growth;
        int index = Math.floorMod(key.hashCode(), PAGES);
        pages[index] = pages[index].thawed();
        pages[index].put(key, value);
    }

    private static Payload appended(Payload found, Payload addition) throws Refusal {
        Object before = Values.decode(found.asByteBuffer());
        Object added = Values.decode(addition.asByteBuffer());
        if (before == null) {
            return addition;
        }
        if (before instanceof List<?> list) {
            List<Object> longer = new ArrayList<>(list);
            longer.add(added);
            return Values.encode(Collections.unmodifiableList(longer));
        }
        return Values.encode(before.toString() + added);
    }

    private static Payload stamp(Payload nondeterminism) throws Refusal {
        if (nondeterminism.length() != Long.BYTES) {
            throw new Refusal("a stamp without the primary's clock");
        }
        return Values.encode(nondeterminism.asByteBuffer().getLong());
    }
}
