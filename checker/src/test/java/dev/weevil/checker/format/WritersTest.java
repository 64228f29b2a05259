package dev.weevil.checker.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.checker.history.HistoryEvent;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is written is read back equal. */
class WritersTest {

    private static final List<Object> VALUES = List.of(
            true,
            Long.MIN_VALUE,
            BigInteger.TEN.pow(30),
            0.1,
            "quote \" backslash \\ newline \n nil \0 emoji \uD83D\uDE00 umlaut \u00e4",
            List.of(1L, List.of("a")),
            Set.of(1L, 2L),
            Map.of(0L, 10L, 1L, List.of()));

    private static List<HistoryEvent> events() {
        List<HistoryEvent> events = new ArrayList<>();
        for (Object value : VALUES) {
            HistoryEvent invoked =
                    HistoryEvent.invoke(events.size(), 3, "put", Optional.of("k"), value);
            events.add(invoked);
            events.add(invoked.completed(HistoryEvent.Type.INFO, 9, null, "timed out"));
        }
        return events;
    }

    private static List<HistoryEvent> readBack(StringWriter text) throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        HistoryReader.read(
                "written", new ByteArrayInputStream(bytes), Optional.empty(), events::add);
        return events;
    }

    @Test
    void jsonLinesComeBackEqual() throws IOException {
        StringWriter text = new StringWriter();
        JsonLinesWriter writer = new JsonLinesWriter(text);
        for (HistoryEvent event : events()) {
            writer.write(event);
        }
        assertThat(readBack(text)).isEqualTo(events());
    }

    @Test
    void ednComesBackEqual() throws IOException {
        StringWriter text = new StringWriter();
        EdnWriter writer = new EdnWriter(text);
        for (HistoryEvent event : events()) {
            writer.write(event);
        }
        assertThat(readBack(text)).isEqualTo(events());
    }
}
