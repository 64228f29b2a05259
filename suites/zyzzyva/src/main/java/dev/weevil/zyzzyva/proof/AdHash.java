package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum, modulo a 2048-bit prime, of a hash of each page and its index. What was summed last is kept:
 * a page that changed costs one hash, one subtraction and one addition, however many pages there are.
 *
 * <p>A sum of 128 or 256 bits would fall to generalised-birthday attacks; so each term is as long as
 * the modulus, and CHECKPOINT carries the digest of the sum. Departs from 3.3: when a page was last
 * modified is not part of its term. Replicas come to equal pages by different ways, and only the pages
 * are agreed on.
 */
final class AdHash implements StateDigest {

    /** The largest prime below 2^2048. */
    static final BigInteger MODULUS =
            BigInteger.ONE.shiftLeft(2048).subtract(BigInteger.valueOf(1_942_289));

    private static final int BLOCKS = 2048 / 8 / Digest.LENGTH;

    private final List<Digest> summed = new ArrayList<>();
    private final List<BigInteger> terms = new ArrayList<>();
    private BigInteger sum = BigInteger.ZERO;
    private long hashed;

    @Override
    public Digest of(List<Digest> pages) {
        if (pages.size() != summed.size()) {
            forget();
        }
        for (int i = 0; i < pages.size(); i++) {
            put(i, pages.get(i));
        }
        return Digest.of(Payload.wrap(sum.toByteArray()));
    }

    /** How many pages were hashed since the beginning. */
    long hashed() {
        return hashed;
    }

    private void forget() {
        summed.clear();
        terms.clear();
        sum = BigInteger.ZERO;
    }

    private void put(int index, Digest page) {
        if (index == summed.size()) {
            summed.add(Digest.ZERO);
            terms.add(BigInteger.ZERO);
        } else if (summed.get(index).equals(page)) {
            return;
        }
        BigInteger term = term(index, page);
        sum = sum.subtract(terms.get(index)).add(term).mod(MODULUS);
        summed.set(index, page);
        terms.set(index, term);
    }

    /** H(index ‖ page), stretched to the length of the modulus. */
    private BigInteger term(int index, Digest page) {
        hashed++;
        ByteBuffer stretched = ByteBuffer.allocate(BLOCKS * Digest.LENGTH);
        for (int block = 0; block < BLOCKS; block++) {
            ByteBuffer seed = ByteBuffer.allocate(2 * Integer.BYTES + Digest.LENGTH);
            seed.putInt(block).putInt(index);
            page.writeTo(seed);
            Digest.of(Payload.wrap(seed.array())).writeTo(stretched);
        }
        return new BigInteger(1, stretched.array());
    }
}
