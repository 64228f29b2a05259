package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** A share of the keys. Once frozen it belongs to a snapshot, and the store writes to a copy. */
final class Page {

    private static final Comparator<Payload> BY_BYTES = Page::compare;

    private final SortedMap<Payload, Payload> entries;
    private boolean frozen;
    private Payload encoded = Payload.EMPTY;
    private Digest digest = Digest.ZERO;

    Page() {
        this(new TreeMap<>(BY_BYTES));
    }

    private Page(SortedMap<Payload, Payload> entries) {
        this.entries = entries;
    }

    /** The key's value; {@link Values#ABSENT} if it has none. */
    Payload get(Payload key) {
        return entries.getOrDefault(key, Values.ABSENT);
    }

    /** Writes; a key whose value becomes null is forgotten. */
    void put(Payload key, Payload value) {
        if (frozen) {
            throw new IllegalStateException("a snapshot is not written to");
        }
        if (value.equals(Values.ABSENT)) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    Page thawed() {
        return frozen ? new Page(new TreeMap<>(entries)) : this;
    }

    Page freeze() {
        if (!frozen) {
            frozen = true;
            encoded = encode();
            digest = Digest.of(encoded);
        }
        return this;
    }

    /** Of a frozen page: what is transferred. */
    Payload encoded() {
        return encoded;
    }

    /** Of a frozen page: the digest of {@link #encoded}. */
    Digest digest() {
        return digest;
    }

    int bytes() {
        int sum = 0;
        for (var entry : entries.entrySet()) {
            sum += entry.getKey().length() + entry.getValue().length();
        }
        return sum;
    }

    /** Reads a page whose digest has been checked; anything else is refused. */
    static Page decode(Payload bytes) throws Refusal {
        Page page = new Page();
        ByteBuffer in = bytes.asByteBuffer();
        try {
            while (in.hasRemaining()) {
                page.entries.put(read(in), read(in));
            }
        } catch (BufferUnderflowException e) {
            throw new Refusal("a page that ends early");
        }
        return page.freeze();
    }

    private Payload encode() {
        ByteBuffer out = ByteBuffer.allocate(bytes() + 8 * entries.size());
        entries.forEach((key, value) -> {
            out.putInt(key.length()).put(key.asByteBuffer());
            out.putInt(value.length()).put(value.asByteBuffer());
        });
        return Payload.wrap(out.array());
    }

    private static Payload read(ByteBuffer in) throws Refusal {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new Refusal("a length of " + length + " in " + in.remaining() + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Payload.wrap(bytes);
    }

    private static int compare(Payload a, Payload b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            int order = Byte.compareUnsigned(a.at(i), b.at(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
