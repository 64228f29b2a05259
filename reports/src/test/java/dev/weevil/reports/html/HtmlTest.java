package dev.weevil.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Text stays text, wherever it stands. */
class HtmlTest {

    @Test
    void textAndAttributesAreEscaped() {
        Html html = new Html();

        html.in("p#why.lead.small", Map.of("title", "\"><b>"), () -> html.text("<img src='x'>&"));

        assertThat(html.toString())
                .contains("<p id=\"why\" class=\"lead small\" title=\"&quot;&gt;&lt;b&gt;\">"
                        + "&lt;img src=&#39;x&#39;&gt;&amp;</p>");
    }

    @Test
    void ourOwnScriptMayNotEndItself() {
        assertThatThrownBy(() -> new Html().verbatim("script", Map.of(), "'</ScRipt>'"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hiddenCharactersAreShownAsTheirCode() {
        assertThat(Visible.of("a\u202eb\u0000c\u200bd\ud800e\nf\tg\u2028"))
                .isEqualTo("a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+D800⟩e⏎f⟨U+0009⟩g⟨U+2028⟩");
    }

    @Test
    void ordinaryTextOfAnyScriptIsLeftAlone() {
        assertThat(Visible.of("naïve שלום 日本 🐞")).isEqualTo("naïve שלום 日本 🐞");
    }

    @Test
    void longTextIsCutAndSaysHowLongItWas() {
        assertThat(Visible.of("x".repeat(1_000), 3)).isEqualTo("xxx… (1000 characters)");
        assertThat(Visible.of("🐞🐞", 3)).isEqualTo("🐞🐞");
    }
}
