package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where less was spent, whoever spent more need not go on. */
class FrugalityTest {

    private static final long STATE = 1L << 21;
    private static final long DEBT = 3;

    /** Slots 0 to 3 are of operations that return, 4 to 7 of such that never do. */
    private static Frugality with(long bytes) {
        Chronology part = new Chronology();
        part.reusedSlots = 4;
        part.slots = 8;
        Frugality frugality = new Frugality();
        frugality.reset(2, part, bytes);
        return frugality;
    }

    private static long[] key(long first, long mask) {
        return new long[] {first, mask};
    }

    @Test
    void moreSpentIsNothingNewAndLessIs() {
        Frugality frugality = with(1 << 20);

        assertThat(frugality.add(key(STATE, 0b0011_0001))).isTrue();
        assertThat(frugality.add(key(STATE, 0b0011_0001))).isFalse();
        assertThat(frugality.add(key(STATE, 0b0111_0001))).isFalse();
        assertThat(frugality.add(key(STATE, 0b0101_0001))).isTrue();
        assertThat(frugality.add(key(STATE, 0b0001_0001))).isTrue();
    }

    @Test
    void anotherStateOrAnotherOperationThatReturnsIsAnotherPlace() {
        Frugality frugality = with(1 << 20);

        assertThat(frugality.add(key(STATE, 0b0001_0001))).isTrue();
        assertThat(frugality.add(key(2 * STATE, 0b0001_0001))).isTrue();
        assertThat(frugality.add(key(STATE, 0b0001_0011))).isTrue();
        assertThat(frugality.add(key(STATE, 0b0001_0000))).isTrue();
    }

    @Test
    void whoHasADebtHasLessThanWhoHasNone() {
        Frugality frugality = with(1 << 20);

        assertThat(frugality.add(key(STATE + DEBT, 1))).isTrue();
        assertThat(frugality.add(key(STATE + DEBT + 1, 1))).isTrue();
        assertThat(frugality.add(key(STATE, 1))).isTrue();
        assertThat(frugality.add(key(STATE + DEBT + 2, 1))).isFalse();
    }

    @Test
    void onceFullItForgetsAndGoesOn() {
        Frugality frugality = with(0);

        for (int state = 1; state <= 5_000; state++) {
            assertThat(frugality.add(key(state * STATE, 1))).isTrue();
            assertThat(frugality.add(key(state * STATE, 0b0001_0001))).isFalse();
        }
        assertThat(frugality.add(key(STATE, 1))).isTrue();
    }
}
