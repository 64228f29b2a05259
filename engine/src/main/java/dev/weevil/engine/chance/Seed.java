package dev.weevil.engine.chance;

import java.util.SplittableRandom;

/**
 * The one number a run's randomness comes from.
 *
 * <p>Each component derives a seed of its own by name, so that a new draw in one disturbs no other;
 * the same seed and name give the same numbers in every JVM.
 */
public record Seed(long value) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** The seed of a component. */
    public Seed named(String component) {
        return and(component.hashCode());
    }

    /** The seed of one case among many of a component. */
    public Seed and(long part) {
        return new Seed(mix(value + GOLDEN_GAMMA + mix(part)));
    }

    /** A generator for draws whose order is fixed, as within one client's workload. */
    public SplittableRandom generator() {
        return new SplittableRandom(value);
    }

    /** A number in [0, 1) that depends on nothing but this seed. */
    public double unit() {
        return (mix(value) >>> 11) * 0x1.0p-53;
    }

    /** A number in [0, bound) that depends on nothing but this seed. */
    public long below(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, found " + bound);
        }
        return (long) (unit() * bound);
    }

    // Stafford's thirteenth variant of MurmurHash3's finaliser, as SplittableRandom uses it.
    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
