package dev.weevil.checker.format;

import dev.weevil.checker.model.ReadingRules;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways a history is written down, and what each implies for its meaning. */
public enum HistoryFormat {
    /** {@code INFO  jepsen.util - 0 :invoke :cas [1 2]}, one event a line. */
    JEPSEN_LOG,
    /** Porcupine's key-value logs: EDN maps with {@code :key}, one a line. */
    KEY_VALUE_LOG,
    /** EDN maps one after another, as Jepsen's and Maelstrom's {@code history.edn}. */
    EDN_LINES,
    /** One EDN vector or list of maps, as Knossos' files. */
    EDN_COLLECTION,
    /** The same maps as JSON objects, one after another. */
    JSON_LINES,
    /** One JSON array of such objects. */
    JSON_ARRAY,
    /** Our own: JSON lines under a first line {@code {"weevil-history":1}}. */
    WEEVIL;

    /** What failed operations and reads of nil mean here, unless the model says otherwise. */
    public ReadingRules rules() {
        return switch (this) {
            case JEPSEN_LOG, KEY_VALUE_LOG, WEEVIL -> ReadingRules.LITERAL;
            case EDN_LINES, EDN_COLLECTION, JSON_LINES, JSON_ARRAY -> ReadingRules.KNOSSOS;
        };
    }

    /** As typed on a command line: {@code jepsen-log}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format of this word; {@code edn} and {@code json} stand for their line forms. */
    public static HistoryFormat of(String word) {
        return switch (word) {
            case "edn" -> EDN_LINES;
            case "json" -> JSON_LINES;
            default ->
                Arrays.stream(values())
                        .filter(format -> format.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown(word));
        };
    }

    private static IllegalArgumentException unknown(String word) {
        String words =
                Arrays.stream(values()).map(HistoryFormat::word).collect(Collectors.joining(", "));
        return new IllegalArgumentException("no format " + word + "; expected one of " + words);
    }

    boolean isCollection() {
        return this == EDN_COLLECTION || this == JSON_ARRAY;
    }

    boolean isJson() {
        return this == JSON_LINES || this == JSON_ARRAY || this == WEEVIL;
    }
}
