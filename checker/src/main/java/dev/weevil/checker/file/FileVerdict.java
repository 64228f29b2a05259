package dev.weevil.checker.file;

import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.verdict.Verdict;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of one file.
 *
 * @param operations all that the file has, those left out of the check among them
 * @param micros the time to decide in microseconds, without reading and explaining
 * @param rules how the file was read, in words: what its format implies, and what was left out
 */
public record FileVerdict(
        Path file,
        String model,
        HistoryFormat format,
        Operations operations,
        Verdict verdict,
        long micros,
        List<String> rules) {

    public FileVerdict {
        rules = List.copyOf(rules);
    }
}
