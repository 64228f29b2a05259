package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Damaged;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Payload;

import java.nio.ByteBuffer;
import java.util.SortedMap;

/**
 * t of a client's requests: each larger than the last, also than those of an earlier life where the
 * client keeps them (section 1, point 6). Kept is the end of a block that is used up in memory: a
 * restart skips what is left of it.
 */
final class Timestamps {

    private static final String NAME = "timestamps";
    private static final long BLOCK = 1_000;

    private long last;

    /** Up to here they may be used. */
    private long end;

    private long asked;

    Timestamps(boolean kept) {
        this.end = kept ? 0 : Long.MAX_VALUE;
    }

    /** @throws Damaged if the disk holds something else */
    void restore(SortedMap<String, Payload> disk) {
        Payload kept = disk.get(NAME);
        if (kept == null || end == Long.MAX_VALUE) {
            return;
        }
        if (kept.length() != Long.BYTES) {
            throw new Damaged("a client's disk is damaged: expected a timestamp of " + Long.BYTES
                    + " bytes, found " + kept.length());
        }
        last = kept.asByteBuffer().getLong();
        end = last;
    }

    /** Whether a block must be reserved before the next operation, which may use two (12.5). */
    boolean exhausted() {
        return end - last < 2;
    }

    /** Asks for the next block; to be followed by {@link #reserved}. */
    Effect.Persist reserve() {
        asked = last + BLOCK;
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(asked).array();
        return new Effect.Persist(asked, NAME, Payload.wrap(bytes));
    }

    void reserved() {
        end = asked;
    }

    /**
     * The next timestamp.
     *
     * @throws IllegalStateException if none is reserved
     */
    long next() {
        if (last == end) {
            throw new IllegalStateException("no timestamp is reserved beyond " + last);
        }
        last++;
        return last;
    }
}
