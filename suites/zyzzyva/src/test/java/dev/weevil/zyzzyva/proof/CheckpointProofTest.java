package dev.weevil.zyzzyva.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keys;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import org.junit.jupiter.api.Test;

import java.util.List;

/** K CHECKPOINTs prove a state if they agree, and f+1 of them have it (G4, S5, 12.2). */
class CheckpointProofTest {

    private static final Membership MEMBERS = Membership.byzantine(1, 1);
    private static final Keys KEYS =
            Scheme.SYMBOLIC.keys(new Seed(1).named("keys"), MEMBERS.nodes());
    private static final MessageFormat FORMAT = new RecordFormat(ZyzzyvaMessage.class, 1);
    private static final Digest HISTORY = Digest.of(Payload.utf8("history"));
    private static final Digest STATE = Digest.of(Payload.utf8("state"));
    private static final Digest OTHER = Digest.of(Payload.utf8("other"));
    private static final Digest NONE = Digest.ZERO;

    private static ZyzzyvaSettings settings(Rules rules) {
        return ZyzzyvaSettings.from(
                MEMBERS, Settings.NONE.with("witnesses", 1).with("rules", rules));
    }

    private static Seals seals(int replica, Rules rules) {
        return new Seals(FORMAT, KEYS.of(NodeId.replica(replica)), settings(rules));
    }

    private static CheckpointProof proof(Rules rules) {
        return new CheckpointProof(rules, settings(rules).quorums(), seals(0, rules));
    }

    private static Checkpoint by(int replica, long view, Digest state) {
        Checkpoint bare =
                new Checkpoint(view, 8, HISTORY, state, NodeId.replica(replica), Seal.NONE);
        return bare.withSeal(seals(replica, Rules.REPAIRED).signature(bare));
    }

    private static Checkpoint by(int replica, Digest state) {
        return by(replica, 0, state);
    }

    private static boolean proves(Rules rules, Checkpoint... messages) {
        boolean valid = proof(rules).valid(8, List.of(messages));
        boolean collected = proof(rules).quorum(List.of(messages)).isPresent();
        assertThat(collected).as("what is collected is what is valid").isEqualTo(valid);
        return valid;
    }

    @Test
    void aWitnessSpeaksForTheHistoryAndNotForTheState() {
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, STATE), by(3, NONE)))
                .isTrue();
        assertThat(proves(Rules.REPAIRED, by(3, NONE), by(0, STATE), by(1, STATE)))
                .isTrue();
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, STATE), by(3, STATE)))
                .isFalse();
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, NONE), by(3, NONE)))
                .isFalse();
    }

    @Test
    void theStateIsThatOfThoseWhoHaveIt() {
        assertThat(proof(Rules.REPAIRED).state(List.of(by(3, NONE), by(0, STATE), by(1, STATE))))
                .isEqualTo(STATE);
    }

    @Test
    void fPlusOneMustHaveTheStateWhereFPlusOneAreEnough() {
        assertThat(proves(Rules.PUBLISHED_TR, by(0, STATE), by(1, STATE))).isTrue();
        assertThat(proves(Rules.PUBLISHED_TR, by(0, STATE), by(3, NONE))).isFalse();
    }

    @Test
    void statesMustBeEqual() {
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, STATE), by(2, STATE)))
                .isTrue();
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, STATE), by(2, OTHER)))
                .isFalse();
    }

    @Test
    void onlyUnderTheRepairedRulesMustAllBeOfOneView() {
        assertThat(proves(Rules.REPAIRED, by(0, STATE), by(1, STATE), by(2, 1, STATE)))
                .isFalse();
        assertThat(proves(Rules.PUBLISHED_TR, by(0, STATE), by(1, 1, STATE))).isTrue();
    }

    @Test
    void nobodyCountsTwiceAndEverybodySigns() {
        CheckpointProof proof = proof(Rules.REPAIRED);

        assertThat(proof.valid(8, List.of(by(0, STATE), by(1, STATE), by(1, STATE))))
                .isFalse();
        assertThat(proof.valid(
                        8, List.of(by(0, STATE), by(1, STATE), by(2, STATE).withSeal(Seal.NONE))))
                .isFalse();
        assertThat(proof.valid(7, List.of(by(0, STATE), by(1, STATE), by(2, STATE))))
                .isFalse();
    }
}
