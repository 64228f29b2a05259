package dev.weevil.zyzzyva.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/**
 * The same scripts against replicas that are processes of their own, with Ed25519 and the proxy on
 * every link: one of each kind of fault. The command line runs the whole suite.
 */
class LiveFaultSuiteIT {

    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-fault",
                "lossy-links",
                "equivocating-primary",
                "killed-backup",
                "colluding-majority-demoted"
            })
    void whatHoldsInTheSimulatorHoldsBetweenProcesses(String name, @TempDir Path folder) {
        Played played = Played.live(name, 1, folder);

        assertThat(played.judgement().kind())
                .as(played.judgement().summary())
                .isEqualTo(Verdict.Kind.VALID);
        assertThat(played.judgement().completed()).isGreaterThanOrEqualTo(Scene.ENOUGH);
        assertThat(played.judgement().vacuous()).isFalse();
    }

    @Test
    void theControlIsSeenBetweenProcessesToo(@TempDir Path folder) {
        Played control = Played.live("colluding-majority", 1, folder);

        assertThat(control.invalid("i2-linearizability")).isTrue();
        assertThat(control.invalid("i10-committed-prefix")).isTrue();
        assertThat(control.facts(R2, Fact.DECIDED)).isNotEmpty();
        assertThat(control.facts(R3, Fact.DECIDED)).isNotEmpty();
    }
}
