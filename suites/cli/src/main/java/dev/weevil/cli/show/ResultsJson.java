package dev.weevil.cli.show;

import dev.weevil.engine.run.Result;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of {@code --output json}: version, suite, and an entry for every run. */
public final class ResultsJson {

    /** Of the document. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    public static String of(String suite, List<Result> results) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("suite", suite);
        document.put("scenarios", results.stream().map(Result::entry).toList());
        return MAPPER.writeValueAsString(document);
    }
}
