package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Violations;
import dev.weevil.zyzzyva.schedule.S1;
import dev.weevil.zyzzyva.schedule.S2;
import dev.weevil.zyzzyva.schedule.S2ByR1;
import dev.weevil.zyzzyva.schedule.S2ByR2;
import dev.weevil.zyzzyva.schedule.S3;
import dev.weevil.zyzzyva.schedule.S4;
import dev.weevil.zyzzyva.schedule.S5;
import dev.weevil.zyzzyva.schedule.S6;
import dev.weevil.zyzzyva.schedule.S7;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Section 17.8: the published flaw and its repair, scenarios 76 to 85. Whoever's write is in danger
 * reads it back, so that a loss shows in the history of the clients.
 */
final class TheFlaw {

    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final NodeId C2 = NodeId.client(2);

    /** What a completed write breaks that no later view knows of. */
    private static final Violations LOST_WRITE = Violations.of(
            "i1-history-prefix", "i2-linearizability", "i3-exactly-once", "i8-completed-survives");

    /** A replica whose stable state nobody else has may take part again, and do things twice. */
    private static final Violations STABLE_TOO_SOON =
            Violations.of("i9-checkpoint-agreement").perhaps("i3-exactly-once");

    private static final Set<Rules> PUBLISHED = Set.of(Rules.PUBLISHED_TR, Rules.PUBLISHED_SOSP);
    private static final Set<Rules> S1_LOSES = Set.of(Rules.PUBLISHED_TR);
    private static final Set<Rules> S3_LOSES = Set.of(Rules.PUBLISHED_SOSP);
    private static final Set<Rules> S4_LOSES = Set.of(Rules.NAIVE_FIX);

    private TheFlaw() {}

    static List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        trials.addAll(underEach(S1_LOSES, s1()));
        trials.addAll(underEach(PUBLISHED, s2()));
        for (Rules rules : Rules.values()) {
            trials.add(under(rules, PUBLISHED, s2Prime("r1").attackedBy(S2ByR1.schedule())));
            trials.add(under(rules, PUBLISHED, s2Prime("r2").attackedBy(S2ByR2.schedule(rules))));
        }
        trials.addAll(underEach(S3_LOSES, s3()));
        trials.addAll(underEach(S4_LOSES, s4()));
        trials.addAll(underEach(PUBLISHED, s2WithTwoLiars()));
        trials.addAll(List.of(s5(), s6(), s7()));
        return trials;
    }

    /** Scenario 62: the other hazard, a checkpoint that is stable too soon (11.6). */
    static List<Trial> atACheckpoint() {
        Trial trial = bInDanger(
                        62,
                        "S1 at a checkpoint's number: where f+1 CHECKPOINTs make it stable, a correct"
                                + " replica cannot undo what the next view rightly drops; 2f+1 are"
                                + " never there.")
                .with("checkpointInterval", 1)
                .expecting(
                        Count.told(Fact.COMPLETED).by(C1).inView(1).atLeast(1),
                        Count.told(Fact.STABLE).at(1).atLeast(1))
                .attackedBy(S1.atACheckpoint());
        return Stream.of(Rules.values())
                .map(rules -> rules.published()
                        ? trial.under(rules).finding(STABLE_TOO_SOON)
                        : trial.under(rules))
                .toList();
    }

    private static List<Trial> underEach(Set<Rules> losing, Trial trial) {
        return Stream.of(Rules.values())
                .map(rules -> under(rules, losing, trial))
                .toList();
    }

    private static Trial under(Rules rules, Set<Rules> losing, Trial trial) {
        return losing.contains(rules) ? trial.under(rules).finding(LOST_WRITE) : trial.under(rules);
    }

    private static Trial s1() {
        return bInDanger(
                        76,
                        "S1: b completes in view 1 on the fast path; a certificate of view 0 that a"
                                + " correct replica kept brings a back in its place only where the"
                                + " longest certificate wins, whatever its view.")
                .attackedBy(S1.schedule());
    }

    private static Trial s2() {
        return bInDanger(
                        77,
                        "S2: b completes in view 1 on the fast path; a replica that hid a certificate"
                                + " of view 0 pretends never to have entered view 1, and both"
                                + " published rules prefer it.")
                .attackedBy(S2.schedule());
    }

    private static Trial s2Prime(String liar) {
        return bInDanger(
                        78,
                        "S2 with a correct primary in view 0: a lost message and one faulty replica,"
                                + " " + liar + ", are enough for both published rules.")
                .variant(liar);
    }

    private static Trial s3() {
        return Trial.of(
                        79,
                        "S3: b completes in view 1 on two phases; a certificate of view 0 for a higher"
                                + " number beats it only in the conference paper's rule, because"
                                + " null requests push b up in the technical report's.")
                .asking(List.of(
                        List.of(Ask.put("x", "1")),
                        List.of(Ask.put("y", "2")),
                        List.of(Ask.put("z", "3"), Ask.get("z"))))
                .expecting(
                        Count.told(Fact.COMPLETED).by(C0).atLeast(1),
                        Count.told(Fact.COMPLETED).by(C1).atLeast(1),
                        Count.completed("4b").by(C2).inView(1).exactly(1))
                .attackedBy(S3.schedule());
    }

    private static Trial s4() {
        return aInDanger(
                        80,
                        "S4: a completes in view 0 on two phases; view 1 is entered by one replica"
                                + " alone, which therefore has no certificate of it. To go by the"
                                + " highest view only, and forget its base, loses a.")
                .expecting(Count.completed("4b").by(C0).inView(0).exactly(1))
                .attackedBy(S4.schedule());
    }

    private static Trial s2WithTwoLiars() {
        return bInDanger(
                        82,
                        "S2 with f = 2: two colluding replicas hide a certificate that five signed,"
                                + " and both published rules prefer it.")
                .faults(2)
                .attackedBy(S2.withTwoLiars());
    }

    private static Trial s5() {
        return bInDanger(
                        85,
                        "S5: CHECKPOINTs of two views prove nothing together: the report that shows"
                                + " them is refused, and b stays.")
                .variant("s5")
                .with("checkpointInterval", 1)
                .expecting(Count.told(Fact.REFUSED)
                        .saying("checkpoint 1 not proven")
                        .atLeast(1))
                .attackedBy(S5.schedule());
    }

    private static Trial s6() {
        return aInDanger(
                        85,
                        "S6: replicas between two views acknowledge nothing, so that certificates of"
                                + " different views do not add up to a completion.")
                .variant("s6")
                .expecting(
                        Count.told(Fact.REFUSED).saying("between views").atLeast(1),
                        Count.told("stored-certificate").at(1).inView(0).atLeast(1),
                        Count.told("stored-certificate").at(1).inView(1).atLeast(1))
                .attackedBy(S6.schedule());
    }

    private static Trial s7() {
        return aInDanger(
                        85,
                        "S7: whoever agreed to a view that never formed still reports the certificate"
                                + " of the view before, so that a, completed on two phases, stays.")
                .variant("s7")
                .expecting(
                        Count.completed("4b").by(C0).inView(0).exactly(1),
                        Count.told("promised").inView(1).saying("confirmed").atLeast(1),
                        Count.told("entered").inView(1).none())
                .attackedBy(S7.schedule());
    }

    /** c0 asks for a; c1 for b, and then reads it back. */
    private static Trial bInDanger(int number, String claim) {
        return Trial.of(number, claim)
                .asking(List.of(
                        List.of(Ask.put("x", "1")), List.of(Ask.put("y", "2"), Ask.get("y"))))
                .expecting(
                        Count.told(Fact.COMPLETED).by(C0).atLeast(1),
                        Count.told(Fact.COMPLETED).by(C1).atLeast(1));
    }

    /** c0 asks for a, and then reads it back; c1 asks for b. */
    private static Trial aInDanger(int number, String claim) {
        return Trial.of(number, claim)
                .asking(List.of(
                        List.of(Ask.put("x", "1"), Ask.get("x")), List.of(Ask.put("y", "2"))))
                .expecting(
                        Count.told(Fact.COMPLETED).by(C0).atLeast(1),
                        Count.told(Fact.COMPLETED).by(C1).atLeast(1));
    }
}
