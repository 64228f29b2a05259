package dev.weevil.zyzzyva.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.run.Scenario;
import dev.weevil.reports.run.RunFacts;
import dev.weevil.reports.run.RunReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The page of a run that lost a write says in sentences how that came about. */
class LostWritePageTest {

    private static Tried tried(String name) {
        Scenario scenario = new ConformanceSuite()
                .scenarios().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return Tried.simulated(scenario, Tried.SEED);
    }

    /** What a reader sees of it, tags aside. */
    private static String page(Tried tried) {
        return RunReport.of(
                        tried.trace(), tried.judgement(), RunFacts.of(tried.scenario(), "replay"))
                .html()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'");
    }

    @Test
    void s2UnderTheConferencePapersRulesIsToldFromTheCertificateToTheReadThatMissesTheWrite() {
        assertThat(page(tried("77/published-sosp")))
                .containsSubsequence(
                        "How it came about",
                        "c1's put y 2 completed at number 1 in view 1: all replicas gave the same"
                                + " answer (4a)",
                        "In view 0 c0 got a commit certificate up to number 1, for c0's put x 1 at"
                                + " number 1; its COMMIT reached r0 alone, and nothing completed"
                                + " there.",
                        "View 1 began without c0's put x 1: of the reports of r1, r2 and r0"
                                + " (corrupted) that r1 started it from",
                        "r2 alone shows it.",
                        "r2 started view 2 from the reports of r2, r0 (corrupted) and r1",
                        "r0 (corrupted) had entered view 1 at",
                        "but its VIEW-CHANGE describes view 0 as the last it entered, with a commit"
                                + " certificate of view 0 up to number 1",
                        "not what its code had said",
                        "Under the rules PUBLISHED_SOSP view 2 therefore has c0's put x 1 at number"
                                + " 1, and not c1's put y 2.",
                        "Correct r1, r2 and r3 rolled back what they had executed from number 1 on,"
                                + " c1's put y 2 with it.",
                        "c0's put x 1 completed at number 1 in view 2 as well",
                        "c1 asked for get y after c1's put y 2 had completed",
                        "got nothing: the write is lost.");
    }

    @ParameterizedTest
    @CsvSource({
        "76/published-tr, r2 reported view 1 with a commit certificate of view 0 up to number 1",
        "77/published-tr, 'c0''s put x 1 at number 1, which c1''s put y 2 did not follow'",
        "79/published-sosp, with a commit certificate of view 0 up to number 2",
        "80/naive-fix, r0 (corrupted) reported view 1 with no commit certificate",
        "82/published-sosp, its COMMIT reached r0 and r6 only"
    })
    void everyScheduleThatLosesAWriteIsTold(String name, String sentence) {
        List<String> story = tried(name).judgement().story();

        assertThat(story).anyMatch(told -> told.contains(sentence));
        assertThat(story.get(story.size() - 1)).endsWith("got nothing: the write is lost.");
    }

    @Test
    void whereNothingIsLostThereIsNoStory() {
        Tried kept = tried("77/repaired");

        assertThat(kept.judgement().story()).isEmpty();
        assertThat(page(kept)).doesNotContain("How it came about");
    }
}
