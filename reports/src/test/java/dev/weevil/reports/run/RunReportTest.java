package dev.weevil.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.SyntheticRun;

import org.junit.jupiter.api.Test;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One file that says what came out, needs nothing else, and lets nobody else's text become markup. */
class RunReportTest {

    private static final String REPLAY = "weevil run zyzzyva/colluding-pair --simulate --seed 7";

    static String page(Trace trace) {
        RunFacts facts = RunFacts.of(SyntheticRun.scenario(), REPLAY);
        return RunReport.of(trace, SyntheticRun.judge(trace), facts).html();
    }

    /** What is left where a policy blocks scripts and styles. */
    private static String bare(String page) {
        return page.replaceAll("(?s)<(script|style)[ >].*?</\\1>", "");
    }

    @Test
    void theVerdictStandsInPlainHtml() {
        String page = bare(page(SyntheticRun.violated(220)));

        assertThat(page)
                .contains("Linearizability and agreement are violated")
                .contains("As expected: this is a control, it must end in a violation.")
                .contains("n = 4, f = 1")
                .contains("r0, r2 — more than f")
                .contains("Rule two-faces altered 1 OrderRequest")
                .contains("<code id=\"replay\">" + REPLAY + "</code>")
                .contains("170 ◀ first divergence");
    }

    @Test
    void whatIsFirstInThePageIsTheVerdict() {
        String page = bare(page(SyntheticRun.violated(220)));

        assertThat(page.indexOf("<h1>")).isLessThan(page.indexOf("<section"));
    }

    @Test
    void theRuleThatChangedNothingIsWarnedOf() {
        assertThat(bare(page(SyntheticRun.violated(220))))
                .contains("Changed nothing in this run: silence.");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String page = page(SyntheticRun.violated(220));

        assertThat(page).contains("default-src &#39;none&#39;");
        assertThat(page).doesNotContain("http://").doesNotContain("https://");
        assertThat(page).doesNotContain("@import").doesNotContain(" src=").doesNotContain("url(");
    }

    @Test
    void aLargeRunIsShortenedAndSaysSo() {
        Trace trace = SyntheticRun.violated(220);
        RunFacts facts = RunFacts.of(SyntheticRun.scenario(), REPLAY);

        String page = RunReport.of(trace, SyntheticRun.judge(trace), facts)
                .within(30_000)
                .html();

        assertThat(page).contains("This run is too large for one page.");
    }

    @Test
    void hostileTextStaysText() {
        String page = page(HostileRun.trace());

        assertThat(elements(page, "script")).isEqualTo(2);
        assertThat(elements(page, "/script")).isEqualTo(2);
        assertThat(elements(page, "img")).isZero();
        assertThat(page).contains("&lt;img src=x onerror=").contains("⟨U+202E⟩");
        assertThat(page).doesNotContain("\u202e").doesNotContain("\u0000");
    }

    private static long elements(String page, String name) {
        return Pattern.compile("<" + name + "[ >]", Pattern.CASE_INSENSITIVE)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .count();
    }
}
