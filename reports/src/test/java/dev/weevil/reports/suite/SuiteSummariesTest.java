package dev.weevil.reports.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Answer;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Evidence;
import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

/** A suite's results, for people, for continuous integration, and against hostile text. */
class SuiteSummariesTest {

    private static final String ATTACK =
            "<img src=x onerror=alert(1)></script>]]>\u202e\u0000\ud800 | `x`";
    private static final List<Result> RESULTS = List.of(
            result("no-fault", Kind.HOLDS, Answer.VALID, Conclusion.HELD, ""),
            result("colluding-pair", Kind.CONTROL, Answer.INVALID, Conclusion.HELD, "seen"),
            result("mute-backup", Kind.HOLDS, Answer.INVALID, Conclusion.UNEXPECTED, ATTACK),
            result("slow-backup", Kind.HOLDS, Answer.UNKNOWN, Conclusion.INCONCLUSIVE, "late"),
            result("killed", Kind.HOLDS, Answer.UNKNOWN, Conclusion.FAILED, "port in use"),
            result("redis", Kind.CONTROL, Answer.SKIPPED, Conclusion.SKIPPED, "no redis-server"));

    private static Result result(
            String name, Kind kind, Answer answer, Conclusion conclusion, String why) {
        return new Result(
                new RunName("zyzzyva", name, Mode.LIVE, new Seed(7)),
                kind,
                answer,
                conclusion,
                why,
                new Evidence(1, Set.of(NodeId.replica(0)), false, 210, 41, 41),
                Duration.ofMillis(3_120),
                Optional.empty(),
                Optional.of("../" + name + "/index.html"));
    }

    @Test
    void thePageHasARowPerRunWithALink() {
        String page = SuiteReport.of("zyzzyva", RESULTS).html();

        assertThat(page)
                .contains("6 scenarios: 2 as expected, 1 skipped, 1 inconclusive,"
                        + " 1 NOT AS EXPECTED, 1 failed; 1260 operations checked.")
                .contains("<a href=\"../mute-backup/index.html\">mute-backup</a>")
                .contains("<td>invalid (control)</td>")
                .contains("<td class=\"number\">3.1</td>");
        assertThat(page).doesNotContain("<img").doesNotContain("\u202e");
    }

    @Test
    void junitCountsWhatFailedAndWhatWasSkipped() throws Exception {
        Element suite = parsed(JunitXml.of("zyzzyva", RESULTS).xml()).getDocumentElement();

        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(6);
    }

    @Test
    void aFailureTellsFactsToleranceCommandAndPageInThisOrder() throws Exception {
        Element suite = parsed(JunitXml.of("zyzzyva", RESULTS).xml()).getDocumentElement();

        String failure = suite.getElementsByTagName("failure").item(0).getTextContent();

        assertThat(failure)
                .containsSubsequence(
                        "mute-backup (live, seed 7): expected valid, found invalid",
                        "<img src=x",
                        "corrupted: r0, f=1, within tolerance",
                        "weevil run zyzzyva/mute-backup --live --seed 7",
                        "../mute-backup/index.html")
                .contains("⟨U+202E⟩⟨U+0000⟩⟨U+D800⟩");
    }

    @Test
    void theMarkdownHasATableAndASectionPerDisappointment() {
        String text = StepSummary.of("zyzzyva", RESULTS).markdown();

        assertThat(text)
                .contains(
                        "| mute-backup (live) | valid | invalid | 210 | 41 | 3 | NOT AS EXPECTED |")
                .contains("\n### slow-backup\n")
                .doesNotContain("### no-fault");
        assertThat(text.lines().filter(line -> line.contains("<img")))
                .allMatch(line -> line.startsWith("    "));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
