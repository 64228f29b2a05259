package dev.weevil.engine.run.artefact;

import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.run.Bites;
import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.run.Result;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code result.json}: the documented entry of a result, and besides it how the run was concluded, why,
 * the trace's digest, what each oracle says and what each rule touched.
 *
 * @param verdict one of the words of {@link dev.weevil.engine.run.Answer}
 * @param digest of the trace; empty where the run left none
 * @param violation whether it is kept however old it gets
 */
public record ResultFile(String verdict, Optional<String> digest, boolean violation) {

    /** Of the format. */
    public static final int VERSION = 1;

    /** Writes the file, as often as more becomes known. */
    public static void write(Result result, Optional<Judgement> judgement, RunFolder folder)
            throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", VERSION);
        content.put("suite", result.run().suite());
        content.putAll(result.entry());
        content.put("conclusion", result.conclusion().inWords());
        content.put("violation", result.isViolation());
        content.put("why", result.why());
        content.put("digest", result.digest().orElse(""));
        judgement.ifPresent(judged -> {
            content.put("oracles", oracles(judged.verdicts()));
            content.put("touches", touches(judged.bites()));
            content.put("disturbances", judged.bites().disturbances());
        });
        JsonFile.write(folder.result(), content);
    }

    /**
     * Reads the file.
     *
     * @throws BadRun naming file, field, what was expected and what was found
     */
    public static ResultFile read(RunFolder folder) throws BadRun {
        JsonFile json = JsonFile.read(folder.result());
        json.expectVersion(VERSION);
        String digest = json.text("digest");
        return new ResultFile(
                json.text("verdict"),
                digest.isEmpty() ? Optional.empty() : Optional.of(digest),
                json.truth("violation"));
    }

    /** Whether the folder holds a violation; one whose result cannot be read might. */
    static boolean tellsOfViolation(RunFolder folder) {
        if (!Files.exists(folder.result())) {
            return false;
        }
        try {
            return read(folder).violation();
        } catch (BadRun unreadable) {
            return true;
        }
    }

    private static Map<String, Object> oracles(Map<String, Verdict> verdicts) {
        Map<String, Object> all = new LinkedHashMap<>();
        verdicts.forEach((oracle, verdict) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("verdict", word(verdict.kind()));
            one.put("explanation", verdict.explanation());
            all.put(oracle, one);
        });
        return all;
    }

    private static Map<String, Object> touches(Bites bites) {
        Map<String, Object> all = new LinkedHashMap<>();
        bites.touches().forEach((rule, kinds) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            for (Touch.Kind kind : Touch.Kind.values()) {
                if (kinds.containsKey(kind)) {
                    one.put(word(kind), kinds.get(kind));
                }
            }
            all.put(rule, one);
        });
        return all;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
