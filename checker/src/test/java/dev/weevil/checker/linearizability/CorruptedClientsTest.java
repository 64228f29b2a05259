package dev.weevil.checker.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.CorruptedClients;
import dev.weevil.checker.history.History;
import dev.weevil.checker.model.Models;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** Correct clients are owed a legal order; what corrupted ones did may take effect at any time. */
class CorruptedClientsTest {

    private static boolean isValid(History history) {
        return Linearizability.check(history, Models.register(0L), Limits.none())
                .isValid();
    }

    @Test
    void aCorruptedWriteMayBeSeenBeforeItWasInvoked() {
        History history = new Recording()
                .alone(1, "read", null, 7L)
                .alone(6, "write", 7L, 7L)
                .alone(1, "read", null, 7L)
                .history();
        assertThat(isValid(history)).isFalse();
        assertThat(isValid(CorruptedClients.widen(history, Set.of(6)))).isTrue();
    }

    @Test
    void whatACorruptedClientWasAnsweredProvesNothing() {
        History history = new Recording()
                .alone(1, "write", 1L, 1L)
                .alone(6, "read", null, 9L)
                .history();
        assertThat(isValid(history)).isFalse();
        assertThat(isValid(CorruptedClients.widen(history, Set.of(6)))).isTrue();
    }

    @Test
    void correctClientsAreStillHeldToTheirWord() {
        History history = new Recording()
                .alone(6, "write", 7L, 7L)
                .alone(1, "write", 1L, 1L)
                .alone(2, "read", null, 0L)
                .history();
        assertThat(isValid(CorruptedClients.widen(history, Set.of(6)))).isFalse();
    }
}
