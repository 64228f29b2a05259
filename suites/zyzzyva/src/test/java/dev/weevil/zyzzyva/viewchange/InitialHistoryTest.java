package dev.weevil.zyzzyva.viewchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;
import dev.weevil.zyzzyva.settings.Variant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value rule in its four readings: the schedules S1 to S4 of 11.3 and what each reading makes of
 * their view changes (section 18).
 */
class InitialHistoryTest {

    private static final HistoryChain CHAIN = new HistoryChain(true);
    private static final Quorums QUORUMS = new Quorums(1);
    private static final String NULL = "NULL";

    /** A report under construction: who, last view, history in words. */
    private record Report(
            int replica,
            long lastView,
            String log,
            Optional<String> certified,
            long in,
            String base) {

        static Report of(int replica, long lastView, String log) {
            return new Report(replica, lastView, log, Optional.empty(), 0, "");
        }

        /** With a certificate for the history that ends with all these requests. */
        Report certified(String history, long inView) {
            return new Report(replica, lastView, log, Optional.of(history), inView, base);
        }

        /** With the history that its last view began with. */
        Report base(String history) {
            return new Report(replica, lastView, log, certified, in, history);
        }

        ViewChange message(long view) {
            List<LoggedItem> items = items(log).stream()
                    .map(item -> new LoggedItem(lastView, item))
                    .toList();
            Optional<CommitCertificate> certificate = certified.map(history ->
                    new CommitCertificate(in, items(history).size(), end(history), List.of()));
            List<ViewConfirm> confirms = lastView == 0
                    ? List.of()
                    : List.of(new ViewConfirm(
                            lastView,
                            items(base).size(),
                            end(base),
                            NodeId.replica(replica),
                            Seal.NONE));
            return new ViewChange(
                    view,
                    lastView,
                    0,
                    List.of(),
                    confirms,
                    certificate,
                    items,
                    List.of(),
                    NodeId.replica(replica),
                    Seal.NONE);
        }
    }

    private static Digest named(String request) {
        return request.equals(NULL) ? Digest.ZERO : Digest.of(Payload.utf8(request));
    }

    private static List<OrderedItem> items(String words) {
        List<OrderedItem> items = new ArrayList<>();
        Digest history = Digest.ZERO;
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            history = CHAIN.next(history, named(word), Payload.EMPTY);
            items.add(new OrderedItem(history, named(word), Payload.EMPTY, Optional.empty()));
        }
        return items;
    }

    private static Digest end(String words) {
        List<OrderedItem> items = items(words);
        return items.isEmpty() ? Digest.ZERO : items.get(items.size() - 1).history();
    }

    private static String outcome(Rules rules, long view, Report... reports) {
        return outcome(QUORUMS, rules, view, reports);
    }

    private static String outcome(Quorums quorums, Rules rules, long view, Report... reports) {
        List<ViewChange> messages = new ArrayList<>();
        for (Report report : reports) {
            messages.add(report.message(view));
        }
        InitialHistory history = InitialHistory.compute(rules, quorums, CHAIN, messages);
        Map<Digest, String> names = Map.of(
                named("a"),
                "a",
                named("b"),
                "b",
                named("a1"),
                "a1",
                named("a2"),
                "a2",
                Digest.ZERO,
                NULL);
        List<String> words =
                history.items().stream().map(i -> names.get(i.request())).toList();
        return String.join(" ", words);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,b", "PUBLISHED_SOSP,b", "NAIVE_FIX,b", "REPAIRED,b"})
    void s1View1FollowsTheMajorityWithoutTheHiddenCertificate(Rules rules, String expected) {
        assertThat(outcome(
                        rules, 1, Report.of(1, 0, "b"), Report.of(3, 0, "a"), Report.of(0, 0, "b")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,a", "PUBLISHED_SOSP,b", "NAIVE_FIX,b", "REPAIRED,b"})
    void s1View2DigsOutTheOldCertificateOnlyUnderTheTechnicalReport(Rules rules, String expected) {
        // The technical report keeps a certificate of view 0, and the branch that it certifies.
        Report keeper = rules == Rules.PUBLISHED_TR
                ? Report.of(2, 1, "a").base("b").certified("a", 0)
                : Report.of(2, 1, "b").base("b");
        assertThat(outcome(
                        rules,
                        2,
                        keeper,
                        Report.of(1, 1, "b").base("b"),
                        Report.of(3, 1, "b").base("b")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,NULL", "PUBLISHED_SOSP,''", "NAIVE_FIX,''", "REPAIRED,''"})
    void s2View1DropsWhatOneReportHolds(Rules rules, String expected) {
        assertThat(outcome(
                        rules, 1, Report.of(1, 0, ""), Report.of(2, 0, "a"), Report.of(0, 0, "")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,a NULL", "PUBLISHED_SOSP,a", "NAIVE_FIX,b", "REPAIRED,b"})
    void s2View2BelievesALiarOfTheOldViewUnlessViewsComeFirst(Rules rules, String expected) {
        boolean fills = rules == Rules.PUBLISHED_TR;
        String base = fills ? NULL : "";
        String log = fills ? NULL + " b" : "b";
        assertThat(outcome(
                        rules,
                        2,
                        Report.of(1, 1, log).base(base),
                        Report.of(2, 1, log).base(base),
                        Report.of(0, 0, "a").certified("a", 0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,NULL NULL", "PUBLISHED_SOSP,''", "NAIVE_FIX,''", "REPAIRED,''"})
    void s3View1DropsWhatOneReportHolds(Rules rules, String expected) {
        assertThat(outcome(
                        rules,
                        1,
                        Report.of(1, 0, ""),
                        Report.of(2, 0, "a1 a2"),
                        Report.of(0, 0, "")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,a1 a2", "PUBLISHED_SOSP,a1 a2", "NAIVE_FIX,b", "REPAIRED,b"})
    void s3View2PrefersTheLongerCertificateUnlessViewsComeFirst(Rules rules, String expected) {
        assertThat(outcome(
                        rules,
                        2,
                        Report.of(1, 1, "b").base("").certified("b", 1),
                        Report.of(2, 1, "b").base("").certified("b", 1),
                        Report.of(0, 0, "a1 a2").certified("a1 a2", 0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,a", "PUBLISHED_SOSP,a", "NAIVE_FIX,a", "REPAIRED,a"})
    void s4View1KeepsWhatIsCertified(Rules rules, String expected) {
        assertThat(outcome(
                        rules,
                        1,
                        Report.of(1, 0, ""),
                        Report.of(2, 0, "a").certified("a", 0),
                        Report.of(3, 0, "a").certified("a", 0)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED_TR,a", "PUBLISHED_SOSP,a", "NAIVE_FIX,''", "REPAIRED,a"})
    void s4View2LosesItOnlyWithoutTheBaseCertificate(Rules rules, String expected) {
        assertThat(outcome(
                        rules,
                        2,
                        Report.of(1, 0, ""),
                        Report.of(2, 0, "a").certified("a", 0),
                        Report.of(0, 1, "a").base("a")))
                .isEqualTo(expected);
    }

    @Test
    void anUncertifiedRequestSurvivesWithWeakSupportOfTheNewestView() {
        assertThat(outcome(
                        Rules.REPAIRED,
                        1,
                        Report.of(1, 0, "a b"),
                        Report.of(2, 0, "a b"),
                        Report.of(3, 0, "a")))
                .isEqualTo("a b");
        assertThat(outcome(
                        Rules.REPAIRED,
                        1,
                        Report.of(1, 0, "a b"),
                        Report.of(2, 0, "a"),
                        Report.of(3, 0, "")))
                .isEqualTo("a");
    }

    /** Section 13: five of six reports, of which three must hold what is carried over. */
    private static String outcomeOfSix(Report... reports) {
        return outcome(new Quorums(Variant.ZYZZYVA5, 1), Rules.REPAIRED, 2, reports);
    }

    @Test
    void ofSixReplicasThreeOfFiveReportsCarryAnItemAndTwoDoNot() {
        assertThat(outcomeOfSix(
                        Report.of(1, 0, "a"),
                        Report.of(2, 0, "a"),
                        Report.of(3, 0, "a"),
                        Report.of(4, 0, "b"),
                        Report.of(5, 0, "b")))
                .isEqualTo("a");
        assertThat(outcomeOfSix(
                        Report.of(1, 0, "a"),
                        Report.of(2, 0, "a"),
                        Report.of(3, 0, ""),
                        Report.of(4, 0, "b"),
                        Report.of(5, 0, "b")))
                .isEmpty();
    }

    @Test
    void ofSixReplicasOnlyReportsOfTheNewestViewCount() {
        assertThat(outcomeOfSix(
                        Report.of(1, 0, "a"),
                        Report.of(2, 0, "a"),
                        Report.of(3, 1, "b").base(""),
                        Report.of(4, 1, "b").base(""),
                        Report.of(5, 1, "b").base("")))
                .isEqualTo("b");
        assertThat(outcomeOfSix(
                        Report.of(1, 0, "a"),
                        Report.of(2, 0, "a"),
                        Report.of(3, 0, "a"),
                        Report.of(4, 1, "b").base(""),
                        Report.of(5, 1, "b").base("")))
                .isEmpty();
    }

    @Test
    void ofSixReplicasTheBaseOfTheNewestViewAndItsCertificatesComeFirst() {
        assertThat(outcomeOfSix(
                        Report.of(1, 0, ""),
                        Report.of(2, 0, ""),
                        Report.of(3, 0, ""),
                        Report.of(4, 0, ""),
                        Report.of(0, 1, "a").base("a")))
                .isEqualTo("a");
        assertThat(outcomeOfSix(
                        Report.of(1, 1, "b").base(""),
                        Report.of(2, 1, "").base(""),
                        Report.of(3, 1, "b").base("").certified("b", 1),
                        Report.of(4, 1, "").base(""),
                        Report.of(0, 0, "a1 a2").certified("a1 a2", 0)))
                .isEqualTo("b");
    }
}
