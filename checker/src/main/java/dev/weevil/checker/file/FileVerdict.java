package dev.weevil.checker.file;

import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.serializability.TransactionVerdict;
import dev.weevil.checker.verdict.Verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param operations how many the file has, those left out of the check among them; transactions count
 *     as one each
 * @param micros the time to decide in microseconds, without reading and explaining
 * @param rules how the file was read, in words: what its format implies, and what was left out
 * @param transactions what a history of transactions showed, in full
 */
public record FileVerdict(
        Path file,
        String model,
        HistoryFormat format,
        int operations,
        Verdict verdict,
        long micros,
        List<String> rules,
        Optional<TransactionVerdict> transactions) {

    public FileVerdict {
        rules = List.copyOf(rules);
    }
}
