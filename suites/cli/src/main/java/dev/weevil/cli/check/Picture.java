package dev.weevil.cli.check;

import dev.weevil.checker.file.FileVerdict;
import dev.weevil.checker.serializability.Finding;
import dev.weevil.checker.serializability.TransactionVerdict;
import dev.weevil.checker.verdict.Precedence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What contradicts itself in several files, as graphs in the DOT language, one after another. */
record Picture(List<FileVerdict> files) {

    void writeTo(Path place) throws IOException {
        Files.writeString(place, files.stream().map(Picture::graphs).collect(Collectors.joining()));
    }

    private static String graphs(FileVerdict file) {
        if (file.transactions().isPresent()) {
            return ofTransactions(file.transactions().get());
        }
        return file.verdict().counterexample().isEmpty()
                ? ""
                : Precedence.dot(file.file().toString(), file.verdict().counterexample());
    }

    private static String ofTransactions(TransactionVerdict verdict) {
        return verdict.findings().stream().map(Finding::dot).collect(Collectors.joining());
    }
}
