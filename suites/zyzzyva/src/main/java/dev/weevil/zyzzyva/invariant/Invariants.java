package dev.weevil.zyzzyva.invariant;

import dev.weevil.checker.agreement.Agreement;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.AgreementOracle;
import dev.weevil.engine.run.LinearizabilityOracle;
import dev.weevil.engine.run.LivenessOracle;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Oracle;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceHeader;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * I1 to I20 of section 14, each by its name: {@code i1-history-prefix}, {@code i2-linearizability},
 * ... They need nothing but a trace; how much each found to judge is {@link #judged}.
 */
public final class Invariants {

    /** Those that need nothing but what clients and the network show. */
    private static final Set<Integer> BLACK_BOX = Set.of(1, 2, 3, 4, 13, 17, 18, 20);

    /** Those that the published rules break within the faults they claim to tolerate (11). */
    private static final Set<Integer> BROKEN_AS_PUBLISHED = Set.of(1, 2, 3, 4, 7, 8, 9);

    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(20);

    private static final List<Oracle> ALL = List.of(
            new HistoryPrefix(),
            new Named(
                    "i2-linearizability",
                    new LinearizabilityOracle(Models.keyValue(), Limits.within(LONGEST_SEARCH))),
            new ExactlyOnceEffect(),
            new ReplyAgreement(),
            new OneItemPerNumber(),
            new CertificateUniqueness(),
            new InitialHistories(),
            new CompletedSurvives(),
            new CheckpointAgreement(),
            // A replica that takes over a checkpoint's state does not decide what lies below it.
            new Named(
                    "i10-committed-prefix",
                    AgreementOracle.ofDecisionsWithinViews(new Agreement(Set.of(), true))),
            new Promise(),
            new Monotone(),
            new ProofSoundness(),
            new Window(),
            new Determinism(),
            new CertificateSoundness(),
            new Validity(),
            new LivenessOracle("i18-liveness", Invariants::longestOperation),
            new SpuriousViewChange(),
            new ClientHonesty());

    private Invariants() {}

    /** All of them, I1 first. */
    public static List<Oracle> all() {
        return ALL;
    }

    /** The invariant of this number, 1 to 20. */
    public static Oracle of(int number) {
        return ALL.get(number - 1);
    }

    /** Those of these numbers, in this order. */
    public static List<Oracle> of(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Invariants::of).toList();
    }

    /** Those that need nothing from inside a replica. */
    public static List<Oracle> blackBox() {
        return ALL.stream().filter(oracle -> BLACK_BOX.contains(number(oracle))).toList();
    }

    /** Whether the published rules are known to break it (the last column of section 14). */
    public static boolean brokenAsPublished(Oracle invariant) {
        return BROKEN_AS_PUBLISHED.contains(number(invariant));
    }

    /** The number of an invariant of this list. */
    public static int number(Oracle invariant) {
        return ALL.indexOf(invariant) + 1;
    }

    /** How many things the verdict of one of these is about; 0 where there was nothing to judge. */
    public static long judged(Verdict verdict) {
        return verdict.explored().steps();
    }

    /** I18: 40 T_NEWVIEW of virtual time; live, where a machine may be busy, three times as much. */
    private static Duration longestOperation(TraceHeader run) {
        Duration newView = run.settings().millis("tNewView", Duration.ofMillis(500));
        return newView.multipliedBy(run.mode().equals(Mode.SIMULATED.toString()) ? 40 : 120);
    }

    /** An oracle of the engine's under the name it has here. */
    private record Named(String name, Oracle oracle) implements Oracle {

        @Override
        public Verdict judge(Trace trace) {
            return oracle.judge(trace);
        }
    }
}
