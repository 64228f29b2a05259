package dev.weevil.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.SyntheticRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The page in a real browser: {@code mvn -pl reports -am test -Dweevil.browser=/usr/bin/chromium}. It is
 * no part of the usual tests, as most machines have no browser.
 */
@EnabledIfSystemProperty(named = "weevil.browser", matches = ".+")
class BrowserTest {

    private static final String READY = "data-ready=\"true\"";

    @TempDir
    Path folder;

    @Test
    void theRunIsDrawn() throws Exception {
        String document = opened(SyntheticRun.violated(220), "");

        assertThat(document).contains(READY).contains("two-faces altered");
    }

    @Test
    void aLinkShowsWhatOneSaw() throws Exception {
        String document = opened(SyntheticRun.violated(220), "#t=0-90000&q=from:r0+altered&s=op0");

        assertThat(document).contains(READY).contains(">1 of ").contains("<dt>outcome</dt>");
    }

    @Test
    void hostileTextStaysTextAlsoForScripts() throws Exception {
        String document = opened(HostileRun.trace(), "#s=m1");

        assertThat(document).contains(READY).doesNotContain("<img").doesNotContain("<title>owned");
        assertThat(document).contains("◆ x&lt;img src=x onerror=");
    }

    @Test
    void aRunWithoutAnyEventOpens() throws Exception {
        Trace empty = new Trace(SyntheticRun.honest(1).header(), List.of());

        assertThat(opened(empty, "")).contains(READY);
    }

    /** The document as it stands once the scripts have run. */
    private String opened(Trace trace, String fragment) throws IOException, InterruptedException {
        Path page = folder.resolve("index.html");
        Files.writeString(page, RunReportTest.page(trace));
        Path document = folder.resolve("document.html");
        Process browser = new ProcessBuilder(
                        System.getProperty("weevil.browser"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=8000",
                        "--dump-dom",
                        page.toUri() + fragment)
                .redirectOutput(document.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(document, StandardCharsets.UTF_8);
    }
}
