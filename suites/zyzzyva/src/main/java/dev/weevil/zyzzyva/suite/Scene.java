package dev.weevil.zyzzyva.suite;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.Requirement;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import java.time.Duration;
import java.util.Set;

/**
 * A scenario of this suite: what is particular to it, and what all have in common.
 *
 * @param live settings of live runs; simulated ones run with the defaults, which suit virtual time
 * @param bounds tighter for scenarios that leave operations open for ever
 */
record Scene(String name, String claim, Kind kind, Attack attack, Settings live, Bounds bounds) {

    /** How many operations a run must complete to say anything. */
    static final int ENOUGH = 200;

    /** A few more, since an attack may leave some open for ever. */
    private static final int OPERATIONS = 210;

    private static final Membership FOUR_AND_THREE = Membership.byzantine(1, 3);

    /** On a busy machine an answer may take long: only a fault shall force the second phase. */
    private static final Settings PATIENT =
            Settings.NONE.with("tCommit", 3_000).with("tRetrans", 6_000);

    /** Far more than any of them takes, on a busy machine too. */
    private static final Bounds MINUTE = new Bounds(Duration.ofMinutes(1), 2_000_000);

    static Scene holds(String name, Attack attack) {
        return new Scene(name, "", Kind.HOLDS, attack, PATIENT, MINUTE);
    }

    static Scene control(String name, Attack attack) {
        return new Scene(name, "", Kind.CONTROL, attack, PATIENT, MINUTE);
    }

    /** What must come out of it, and why. */
    Scene claiming(String sentences) {
        return new Scene(name, sentences, kind, attack, live, bounds);
    }

    /**
     * The attack keeps 3f+1 answers from matching: waiting long for them costs time and says
     * nothing.
     */
    Scene onTwoPhases() {
        return with("tCommit", 15).with("tRetrans", 1_000);
    }

    Scene with(String setting, Object value) {
        return new Scene(name, claim, kind, attack, live.with(setting, value), bounds);
    }

    /**
     * The attack leaves operations open: once all have been asked for, nothing more is waited for.
     */
    Scene leavingSomeOpen() {
        Bounds impatient = bounds.patience(Duration.ofMillis(500));
        return new Scene(name, claim, kind, attack, live, impatient);
    }

    Scenario scenario() {
        return new Scenario(
                name,
                claim,
                kind,
                Set.of(Mode.SIMULATED, Mode.LIVE),
                Requirement.operations(ENOUGH),
                this::plan,
                Promises.all());
    }

    private Plan plan(Mode mode, Seed seed) {
        boolean simulated = mode == Mode.SIMULATED;
        return new Plan(
                name,
                new ZyzzyvaProtocol(),
                FOUR_AND_THREE,
                simulated ? Settings.NONE : live,
                simulated ? Scheme.SYMBOLIC : Scheme.ED25519,
                new Workload("key-value", OPERATIONS, Duration.ZERO, new KeyValueMix(3)),
                attack,
                seed,
                bounds);
    }
}
