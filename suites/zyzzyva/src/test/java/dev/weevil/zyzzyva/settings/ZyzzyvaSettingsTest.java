package dev.weevil.zyzzyva.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ServiceLoader;

/** Settings are refused by name when they make no sense (section 2). */
class ZyzzyvaSettingsTest {

    private static ZyzzyvaSettings from(Settings settings) {
        return ZyzzyvaSettings.from(Membership.byzantine(1, 2), settings);
    }

    @Test
    void defaultsAreThoseOfTheProtocolDocument() {
        ZyzzyvaSettings settings = from(Settings.NONE);

        assertThat(settings.rules()).isEqualTo(Rules.REPAIRED);
        assertThat(settings.authentication()).isEqualTo(Authentication.SIGN);
        assertThat(settings.sizes().window()).isEqualTo(256);
        assertThat(settings.timeouts().commit()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.timeouts().reply()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        for (String bad : new String[] {"rules=SAFE", "tCommit=0", "batch=0", "windw=3"}) {
            String[] parts = bad.split("=", -1);
            assertThatThrownBy(() -> from(Settings.NONE.with(parts[0], parts[1])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(parts[0]);
        }
        assertThatThrownBy(() -> ZyzzyvaSettings.from(new Membership(5, 1, 1), Settings.NONE))
                .hasMessageContaining("expected 4 replicas");
    }

    @Test
    void fivefoldClustersNeedFiveFPlusOneReplicasAndTheRepairedRules() {
        Settings five = Settings.NONE.with("variant", Variant.ZYZZYVA5);

        assertThat(ZyzzyvaSettings.from(Membership.fivefold(2, 1), five).quorums())
                .isEqualTo(new Quorums(Variant.ZYZZYVA5, 2));
        assertThatThrownBy(() -> from(five)).hasMessageContaining("expected 6 replicas");
        assertThatThrownBy(() -> ZyzzyvaSettings.from(
                        Membership.fivefold(1, 1), five.with("rules", Rules.PUBLISHED_TR)))
                .hasMessageContaining("PUBLISHED_TR");
    }

    @Test
    void onlyTheRepairedRulesDefendThemselvesUnlessTold() {
        Settings published = Settings.NONE.with("rules", Rules.PUBLISHED_SOSP);

        assertThat(from(Settings.NONE).defences()).isEqualTo(new Defences(true, Duration.ZERO));
        assertThat(from(published).defences().on()).isFalse();
        assertThat(from(published.with("defences", true)).defences().on()).isTrue();
        assertThatThrownBy(() -> from(Settings.NONE.with("rotate", -1)))
                .hasMessageContaining("rotate");
    }

    /** Section 13, as numbers. */
    @Test
    void sizesOfFivefoldClustersAreThoseOfSection13() {
        Quorums quorums = new Quorums(Variant.ZYZZYVA5, 2);

        assertThat(quorums.all()).isEqualTo(11);
        assertThat(quorums.fast()).isEqualTo(9);
        assertThat(quorums.strong()).isEqualTo(9);
        assertThat(quorums.carry()).isEqualTo(5);
        assertThat(quorums.weak()).isEqualTo(3);
        assertThat(Rules.REPAIRED.checkpointQuorum(quorums)).isEqualTo(9);
        assertThat(Rules.REPAIRED.confirmQuorum(quorums)).isEqualTo(9);
    }

    @Test
    void quorumsOfPublishedAndRepairedRulesDiffer() {
        Quorums quorums = new Quorums(2);

        assertThat(Rules.REPAIRED.checkpointQuorum(quorums)).isEqualTo(5);
        assertThat(Rules.PUBLISHED_TR.checkpointQuorum(quorums)).isEqualTo(3);
        assertThat(Rules.PUBLISHED_SOSP.confirmQuorum(quorums)).isEqualTo(3);
    }

    @Test
    void theProtocolIsFoundByItsName() {
        assertThat(ServiceLoader.load(Protocol.class))
                .extracting(Protocol::name)
                .contains("zyzzyva");
    }
}
