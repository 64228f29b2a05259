package dev.weevil.checker.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.history.Pairing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Every format is recognised, means what it says, and is refused with a place where it does not. */
class HistoryReaderTest {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    private static Reading read(String file, List<HistoryEvent> events) throws IOException {
        return HistoryReader.read(HISTORIES.resolve(file), Optional.empty(), events::add);
    }

    @ParameterizedTest
    @CsvSource({
        "register.log, JEPSEN_LOG",
        "register-lines.edn, EDN_LINES",
        "register-vector.edn, EDN_COLLECTION",
        "register-list.edn, EDN_COLLECTION",
        "register-array.json, JSON_ARRAY",
        "register-lines.json, JSON_LINES",
        "register.jsonl, WEEVIL"
    })
    void oneHistoryReadsAlikeInEveryFormat(String file, HistoryFormat format) throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        assertThat(read("good/" + file, events).format()).isEqualTo(format);
        assertThat(events).hasSize(8);
        assertThat(events.stream().map(e -> e.process() + " " + e.type() + " " + e.function()))
                .containsExactly(
                        "1 INVOKE write",
                        "2 INVOKE read",
                        "1 OK write",
                        "2 OK read",
                        "1 INVOKE cas",
                        "1 INFO cas",
                        "2 INVOKE cas",
                        "2 FAIL cas");
        assertThat(events.get(0).value()).isEqualTo(5L);
        assertThat(events.get(3).value()).isEqualTo(5L);
        assertThat(events.get(6).value()).isEqualTo(List.of(6L, 8L));
    }

    @Test
    void aKeyBesideTheValueIsTheObject() throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        Reading reading = read("good/key-value.txt", events);
        assertThat(reading.format()).isEqualTo(HistoryFormat.KEY_VALUE_LOG);
        assertThat(events.get(2).key()).contains("7");
    }

    @Test
    void aKeyInTheValueIsTheObjectWhereAllValuesHaveOne() throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        Reading reading = read("good/independent.edn", events);
        assertThat(reading.remarks()).containsExactly("values [k v] are read as value v of key k");
        assertThat(events.get(4).key()).contains(10L);
        assertThat(events.get(4).value()).isEqualTo(List.of(5L, 6L));
    }

    @Test
    void aHalfWrittenLastLineIsLeftOutAndToldOf() throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        Reading reading = read("good/half.edn", events);
        assertThat(events).hasSize(2);
        assertThat(reading.remarks().toString()).contains("line 5 is half-written and left out");
    }

    @Test
    void aCollectionCutShortIsReadAsFarAsItGoes() throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        assertThat(read("good/unclosed.edn", events).remarks().toString())
                .contains("the last ']' is missing");
        assertThat(events).hasSize(2);
        events.clear();
        assertThat(read("good/half.json", events).remarks().toString())
                .contains("line 3 is half-written and left out");
        assertThat(events).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "spaces.log, 4, ok read 4",
        "windows.log, 4, ok read 4",
        "colon.log, 4, ok read 4",
        "open-end.log, 4, ok read 4",
        "windows.edn, 4, ok read 4",
        "strange.edn, 4, ok read 4",
        "commas.edn, 4, ok read 4",
        "text-values.edn, 4, ok read ünïcode \"x\"",
        "names.json, 4, ok read 4",
        "other-order.json, 4, ok read 4",
        "byte-order-mark.json, 4, ok read 4",
        "keyed.json, 4, ok read 4",
        "large.edn, 4, ok read 123456789012345678901234567890",
        "empty.edn, 0, ''",
        "blank.edn, 0, ''",
        "empty-vector.edn, 0, ''"
    })
    void whatRecordersWriteDifferentlyIsReadAlike(String file, int count, String last)
            throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        read("variants/" + file, events);
        assertThat(events).hasSize(count);
        if (count > 0) {
            HistoryEvent end = events.get(count - 1);
            assertThat(end.type().name().toLowerCase(Locale.ROOT) + " " + end.function() + " "
                            + end.value())
                    .isEqualTo(last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "names.json, clients that go by names are numbered: {c1=-1",
        "open-end.log, the last line has no end",
        "strange.edn, times go back at 1 events",
        "keyed.json, values [k v] are read as value v of key k"
    })
    void whatIsUnusualIsTold(String file, String remark) throws IOException {
        assertThat(read("variants/" + file, new ArrayList<>()).remarks().toString())
                .contains(remark);
    }

    @ParameterizedTest
    @CsvSource({
        "type.edn, 2, 'a :type of :invoke, :ok, :fail or :info'",
        "brace.edn, 2, a keyword or '}'",
        "nothing-whole.edn, 1, a keyword or '}'",
        "unfinished.edn, 1, ']'",
        "last-type.edn, 2, 'a :type of :invoke, :ok, :fail or :info'",
        "word.json, 1, a value",
        "comma.json, 2, ','",
        "value.log, 2, a value",
        "version.jsonl, 1, version 1 of weevil-history",
        "prose.txt, 1, 'a history: EDN, JSON, or a Jepsen log'",
        "twice.edn, 2, an event that fits those before",
        "uninvited.edn, 1, an event that fits those before",
        "process.edn, 1, a :process of 32 bits"
    })
    void malformedInputIsRefusedWithItsPlace(String file, long line, String expected) {
        assertThatThrownBy(() -> HistoryReader.read(
                        HISTORIES.resolve("bad/" + file), Optional.empty(), new Pairing()))
                .isInstanceOfSatisfying(MalformedHistory.class, malformed -> {
                    assertThat(malformed.line()).as(malformed.getMessage()).isEqualTo(line);
                    assertThat(malformed.expected().replace("'", ""))
                            .isEqualTo(expected.replace("'", ""));
                    assertThat(malformed.getMessage()).contains(file + ":" + line + ":");
                });
    }

    @Test
    void mutatedFilesNeverEndInAnythingButMalformedHistory() throws IOException {
        List<String> files = List.of(
                "register.log", "register-lines.edn", "register-array.json", "register.jsonl");
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = bytes("good/" + files.get(round % files.size()));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(bytes.length + 1);
            InputStream in = new ByteArrayInputStream(
                    bytes, 0, random.nextBoolean() ? length : bytes.length);
            try {
                HistoryReader.read("mutated", in, Optional.empty(), new Pairing());
            } catch (MalformedHistory malformed) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_000);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertThatThrownBy(() -> EdnText.parse("deep", "[".repeat(100_000)))
                .isInstanceOf(MalformedHistory.class)
                .hasMessageContaining("values nested at most 256 deep");
        assertThatThrownBy(() -> EdnText.parse("deep", "#_".repeat(100_000)))
                .isInstanceOf(MalformedHistory.class);
        assertThatThrownBy(() -> EdnText.parse("deep", "#a ".repeat(100_000)))
                .isInstanceOf(MalformedHistory.class);
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(HISTORIES.resolve(file));
    }
}
