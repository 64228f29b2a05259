package dev.weevil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Histories of other tools: 0 valid, 1 invalid, 2 unknown, 64 where the input has no meaning. */
class CheckTest {

    private static final String STALE = """
            {:process 0, :type :invoke, :f :write, :value 1}
            {:process 0, :type :ok, :f :write, :value 1}
            {:process 1, :type :invoke, :f :read, :value nil}
            {:process 1, :type :ok, :f :read, :value 0}
            """;

    private static final String FRESH = STALE.replace(":read, :value 0", ":read, :value 1");

    private static final String LOG = """
            INFO  jepsen.util - 0\t:invoke\t:write\t3
            INFO  jepsen.util - 0\t:ok\t:write\t3
            INFO  jepsen.util - 1\t:invoke\t:cas\t[3 4]
            INFO  jepsen.util - 1\t:ok\t:cas\t[3 4]
            INFO  jepsen.util - 2\t:invoke\t:read\tnil
            INFO  jepsen.util - 2\t:ok\t:read\t4
            """;

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void validIs0AndInvalidIs1AndTheGraverOneWins() throws IOException {
        Path good = file("good.edn", FRESH);
        Path bad = file("bad.edn", STALE);

        assertThat(check(good, "register")).isZero();
        assertThat(shell.out()).contains("good.edn: valid, 2 operations, register");
        assertThat(check(bad, "register")).isEqualTo(1);
        assertThat(shell.type("check", good.toString(), bad.toString(), "--model", "register"))
                .isEqualTo(1);
    }

    @Test
    void whatTheFormatImpliesIsPrinted() throws IOException {
        assertThat(check(file("etcd.log", LOG), "etcd-cas-register")).isZero();
        assertThat(shell.out()).contains("format jepsen-log", "a failed cas observed");
    }

    @Test
    void programsGetAnObjectPerLine() throws IOException {
        Path bad = file("bad.edn", STALE);

        shell.type("check", bad.toString(), "--model", "register", "--output", "json");

        JsonNode line = JsonMapper.builder().build().readTree(shell.out());
        assertThat(line.path("file").stringValue()).isEqualTo(bad.toString());
        assertThat(line.path("model").stringValue()).isEqualTo("register");
        assertThat(line.path("operations").intValue()).isEqualTo(2);
        assertThat(line.path("verdict").stringValue()).isEqualTo("invalid");
        assertThat(line.path("microseconds").isIntegralNumber()).isTrue();
        assertThat(line.path("explanation").stringValue()).isNotEmpty();
    }

    @Test
    void thePageShowsWhatContradictsAndRunsNothing() throws IOException {
        Path bad = file("<script>bad.edn", STALE.replace(":value 0", ":value \"<img>\""));
        Path page = folder.resolve("page.html");

        int code = shell.type(
                "check", bad.toString(), "--model", "register", "--report", page.toString());

        assertThat(code).isEqualTo(1);
        assertThat(page)
                .content()
                .contains("h1 class=\"invalid\"", "These contradict each other", "&lt;img&gt;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void aPageThatCannotBeWrittenIsBadUsage() throws IOException {
        Path good = file("good.edn", FRESH);

        assertThat(shell.type(
                        "check", good.toString(), "--model", "register", "--report", "no/such/x"))
                .isEqualTo(64);
    }

    @Test
    void aFolderIsSearchedForHistories() throws IOException {
        Files.createDirectories(folder.resolve("store/a"));
        Files.writeString(folder.resolve("store/a/history.edn"), FRESH);

        assertThat(check(folder.resolve("store"), "register")).isZero();
        assertThat(shell.out()).contains("history.edn: valid");
    }

    @ParameterizedTest
    @CsvSource({
        "'{:process 0, :type }\n{:process 1}\n', register, bad.edn:1:",
        "'nothing of the kind', register, bad.edn:1:1",
        "'{:process 0, :type :invoke, :f :dance, :value 1}', register, dance",
        "'', no-such-model, no-such-model",
    })
    void malformedInputGivesOneClearMessage(String content, String model, String complaint)
            throws IOException {
        assertThat(check(file("bad.edn", content), model)).isEqualTo(64);
        assertThat(shell.err()).contains(complaint).hasLineCount(1).doesNotContain("\tat ");
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Path broken = file("broken.edn", "{:process }\n" + FRESH);
        Path good = file("good.edn", FRESH);

        assertThat(shell.type("check", broken.toString(), good.toString(), "--model", "register"))
                .isEqualTo(64);
        assertThat(shell.out()).contains("good.edn: valid");
    }

    @ParameterizedTest
    @CsvSource({
        "check",
        "check x.edn",
        "check no-such-file --model register",
        "check no-such-file --model register --format xml",
        "check no-such-file --model list-append --level perfect",
        "check no-such-file --model rw-register --key-order random",
        "check no-such-file --model rw-register --initial 0",
        "check no-such-file --model list-append --corrupted 1",
        "check no-such-file --model list-append --criterion regular",
        "check no-such-file --model register --corrupted me",
        "check no-such-file --model register --timeout never",
    })
    void badUsageIs64(String line) {
        assertThat(shell.type(line.split(" "))).isEqualTo(64);
        assertThat(shell.err()).startsWith("weevil: ");
    }

    private static final String SKEW = """
            {:process 0, :type :invoke, :value [[:r :x nil] [:append :y 1]]}
            {:process 1, :type :invoke, :f :txn, :value [[:r :y nil], [:append :x 1]]}
            {:process 0, :type :ok, :value [[:r :x nil] [:append :y 1]]}
            {:process 1, :type :ok, :f :txn, :value [[:r :y []], [:append :x 1]]}
            """;

    @Test
    void transactionsAreHeldToTheLevelAskedFor() throws IOException {
        Path skew = file("skew.edn", SKEW);
        Path graphs = folder.resolve("skew.dot");

        assertThat(shell.type(
                        "check", skew.toString(), "--model", "list-append", "--dot", "" + graphs))
                .isEqualTo(1);
        assertThat(shell.out())
                .contains("2 operations, list-append", "held to strict-serializable")
                .contains("G2-item. Let:", "a contradiction")
                .contains("    txn [[r y []] [append x 1]] by client 1");
        assertThat(graphs).content().contains("digraph \"G2-item\"", "T1 -> T2 [label=\"rw\"");
        assertThat(shell.type(
                        "check",
                        skew.toString(),
                        "--model",
                        "list-append",
                        "--level",
                        "snapshot-isolation"))
                .isZero();
    }

    @Test
    void transactionsOverRegistersAreReadFromJson() throws IOException {
        Path file = file("lost.json", """
                [{"process": 0, "type": "invoke", "value": [["r", 1, null], ["w", 1, 5]]},
                 {"process": 1, "type": "invoke", "value": [["r", 1, null], ["w", 1, 6]]},
                 {"process": 0, "type": "ok", "value": [["r", 1, null], ["w", 1, 5]]},
                 {"process": 1, "type": "ok", "value": [["r", 1, null], ["w", 1, 6]]}]
                """);

        assertThat(shell.type(
                        "check", file.toString(), "--model", "rw-register", "--output", "json"))
                .isEqualTo(1);
        JsonNode line = JsonMapper.builder().build().readTree(shell.out());
        assertThat(line.path("anomalies").path("lost-update").intValue()).isEqualTo(1);
        assertThat(line.path("counterexample")).hasSize(2);
        assertThat(check(file, "list-append")).isEqualTo(64);
        assertThat(shell.err()).contains("lost.json:1:", "[append key value] was expected");
    }

    @ParameterizedTest
    @CsvSource({
        "linearizable, 1, began after",
        "sequential, 0, one order of all operations",
        "regular, 1, the first value was there",
        "staleness=1, 1, only the last 1 may be seen",
        "staleness=2, 0, 'held to staleness=2'",
        "exactly-once, 64, lists",
        "perfect, 64, no criterion perfect"
    })
    void objectsAreHeldToTheCriterionAskedFor(String criterion, int code, String words)
            throws IOException {
        Path stale = file("stale.edn", STALE);

        assertThat(shell.type(
                        "check",
                        stale.toString(),
                        "--model",
                        "register",
                        "--initial",
                        "0",
                        "--criterion",
                        criterion))
                .isEqualTo(code);
        assertThat(shell.out() + shell.err()).containsIgnoringCase(words);
    }

    @Test
    void aPictureShowsWhatReturnedBeforeWhat() throws IOException {
        Path graph = folder.resolve("bad.dot");

        shell.type(
                "check",
                file("bad.edn", STALE).toString(),
                "--model",
                "register",
                "--initial",
                "0",
                "--dot",
                graph.toString());

        assertThat(graph).content().contains("write 1 by client 0", "o0 -> o1;");
    }

    @Test
    void whatACorruptedClientWroteMayBeSeenBefore() throws IOException {
        Path file = file("early.edn", """
                {:process 1, :type :invoke, :f :read, :value nil}
                {:process 1, :type :ok, :f :read, :value 7}
                {:process 6, :type :invoke, :f :write, :value 7}
                {:process 6, :type :ok, :f :write, :value 7}
                """);
        assertThat(check(file, "register")).isEqualTo(1);
        assertThat(shell.type(
                        "check", file.toString(), "--model", "register", "--corrupted", "6,9"))
                .isZero();
        assertThat(shell.out()).contains("the corrupted clients [6, 9]");
    }

    private int check(Path file, String model) {
        return shell.type("check", file.toString(), "--model", model);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
