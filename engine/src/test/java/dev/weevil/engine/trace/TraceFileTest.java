package dev.weevil.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What was recorded is read back as it was; what cannot be read is refused with its place. */
class TraceFileTest {

    private static final Frame NO_FRAME = Frame.remembered(Map.of());

    @TempDir
    Path folder;

    @Test
    void everyEventReadsBackAsItWas() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        TraceWriter.write(SampleEvents.trace(), file);

        TraceFile back = TraceReader.read(file);

        assertThat(back.cut()).isEmpty();
        assertThat(back.trace().header()).isEqualTo(SampleEvents.HEADER);
        assertThat(comparable(back.trace())).isEqualTo(comparable(SampleEvents.trace()));
    }

    @Test
    void theOrderOfFieldsIsKept() throws IOException {
        TraceEvent first = read(written(SampleEvents.trace())).trace().events().get(0);

        Frame frame = ((TraceEvent.Sent) first).envelope().frame();

        assertThat(frame.describe().keySet()).containsExactly("z", "a", SampleEvents.HARD_NAME);
    }

    @Test
    void theSamplesLeaveOutNoKindOfEventOrDisturbance() {
        Set<Class<?>> events =
                SampleEvents.all().stream().map(Object::getClass).collect(Collectors.toSet());
        Set<Class<?>> disturbances = SampleEvents.all().stream()
                .filter(TraceEvent.Disturbed.class::isInstance)
                .map(event -> ((TraceEvent.Disturbed) event).disturbance().getClass())
                .collect(Collectors.toSet());

        assertThat(events).containsExactlyInAnyOrder(TraceEvent.class.getPermittedSubclasses());
        assertThat(disturbances)
                .containsExactlyInAnyOrder(Disturbance.class.getPermittedSubclasses());
    }

    @Test
    void eachEventIsOneLineOfAscii() {
        String text = written(SampleEvents.trace());

        assertThat(text.chars()).allMatch(character -> character == '\n' || character >= ' ');
        assertThat(text.chars()).allMatch(character -> character < 127);
        assertThat(text.lines()).hasSize(1 + SampleEvents.all().size());
    }

    @Test
    void aCommonEventIsCompact() {
        TraceEvent delivered = SampleEvents.all().get(3);

        String text = written(new Trace(SampleEvents.HEADER, List.of(delivered)));

        assertThat(text.lines().skip(1))
                .containsExactly("{\"e\":\"delivered\",\"t\":5,\"to\":\"r3'1\",\"id\":118}");
    }

    @Test
    void whatWasFlushedIsReadWhileTheRunGoesOn() throws IOException {
        Path file = folder.resolve("trace.jsonl");
        try (TraceWriter writer = TraceWriter.to(file, SampleEvents.HEADER)) {
            writer.record(SampleEvents.all().get(0));
            writer.flush();

            assertThat(TraceReader.read(file).trace().events()).hasSize(1);
        }
    }

    @Test
    void halfALastLineIsReportedAndTheRestIsUsed() throws IOException {
        String text = written(SampleEvents.trace());
        int lastLine = text.lastIndexOf('\n', text.length() - 2) + 1;
        int events = SampleEvents.all().size();

        for (int end = lastLine + 1; end < text.length() - 1; end++) {
            TraceFile back = read(text.substring(0, end));

            assertThat(back.trace().events()).hasSize(events - 1);
            assertThat(back.cut().orElseThrow())
                    .startsWith("memory:" + (events + 1) + ": the last line is half-written");
        }
        assertThat(read(text.substring(0, text.length() - 1)).cut()).isEmpty();
    }

    @Test
    void complaintsNameFileLineExpectedAndFound() {
        String header = written(new Trace(SampleEvents.HEADER, List.of()));

        refused("", "memory:1: expected the header of a trace, found nothing");
        refused("{}\n", "memory:1: expected the header of a trace, {\"trace\":1,...}, found no");
        refused("{\"trace\":2}\n", "memory:1: expected a trace of version 1, found version 2");
        refused("no\n", "memory:1: expected JSON, found ");
        refused(header + "[]\n", "memory:2: expected a JSON object, found '[]'");
        refused(header + "{\"t\":1}\n", "memory:2: expected a field 'e', found [t]");
        refused(
                header + "{\"e\":\"snet\",\"t\":1}\n",
                "memory:2: field 'e': expected a kind of event such as sent, found 'snet'");
        refused(
                header + "{\"e\":\"noted\",\"t\":\"1\",\"text\":\"\"}\n",
                "memory:2: field 't': expected a whole number, found '1'");
        refused(
                header + "{\"e\":\"noted\",\"t\":1,\"text\":\"\",\"more\":0}\n",
                "memory:2: expected no further field, found [more]");
        refused(
                header + "{\"e\":\"process\",\"t\":1,\"process\":\"x0\",\"up\":true}\n",
                "memory:2: field 'process': expected a node such as r0 or c2, found 'x0'");
    }

    @Test
    void mutatedTracesAreReadOrRefusedAndNothingElse() throws IOException {
        String whole = written(SampleEvents.trace());
        SplittableRandom random = new SplittableRandom(3);
        int refusals = 0;
        for (int round = 0; round < 1_000; round++) {
            refusals += survives(mutated(whole, random)) ? 0 : 1;
        }
        assertThat(refusals).isBetween(300, 1_000);
    }

    @Test
    void randomBytesBehindAHeaderAreRefused() throws IOException {
        String header = written(new Trace(SampleEvents.HEADER, List.of()));
        SplittableRandom random = new SplittableRandom(4);
        Path file = folder.resolve("random.jsonl");
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(1, 200)];
            random.nextBytes(noise);
            byte[] head = header.getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(head, head.length + noise.length);
            System.arraycopy(noise, 0, all, head.length, noise.length);
            Files.write(file, all);
            try {
                assertThat(TraceReader.read(file).trace().events()).isEmpty();
            } catch (UnreadableTrace e) {
                assertThat(e).hasMessageStartingWith(file + ":");
            }
        }
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);
        refused(deep + "\n", "memory:1: expected a JSON object, found '[[");
        refused("{\"trace\":" + deep + "\n", "memory:1: expected JSON, found ");
    }

    /** Events by content: a frame is not a value, but what it describes is. */
    private static List<Object> comparable(Trace trace) {
        return trace.events().stream().map(TraceFileTest::comparable).toList();
    }

    private static Object comparable(TraceEvent event) {
        if (event instanceof TraceEvent.Sent sent) {
            Envelope envelope = sent.envelope();
            Frame frame = envelope.frame();
            return List.of(
                    new TraceEvent.Sent(sent.nanos(), envelope.with(NO_FRAME), sent.cause()),
                    List.copyOf(frame.describe().entrySet()));
        }
        if (event instanceof TraceEvent.Delivered delivered) {
            return List.of(
                    delivered.nanos(),
                    delivered.envelope(),
                    delivered.to(),
                    delivered.touches(),
                    delivered.altered().map(Frame::describe));
        }
        return event;
    }

    private static boolean survives(String text) throws IOException {
        try {
            TraceFile back = read(text);
            written(back.trace());
            return true;
        } catch (UnreadableTrace e) {
            assertThat(e).hasMessageStartingWith("memory:");
            return false;
        }
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.setCharAt(at, (char) random.nextInt(128));
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.insert(at, text.charAt(random.nextInt(text.length())));
                default -> {
                    int from = random.nextInt(text.length() - 8);
                    changed.replace(
                            at, Math.min(at + 8, changed.length()), text.substring(from, from + 8));
                }
            }
        }
        return changed.toString();
    }

    private static void refused(String text, String complaint) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableTrace.class)
                .hasMessageStartingWith(complaint);
    }

    private static TraceFile read(String text) throws IOException {
        return TraceReader.of("memory", new StringReader(text)).rest();
    }

    private static String written(Trace trace) {
        StringWriter text = new StringWriter();
        try (TraceWriter writer = TraceWriter.to(text, trace.header())) {
            trace.events().forEach(writer::record);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }
}
