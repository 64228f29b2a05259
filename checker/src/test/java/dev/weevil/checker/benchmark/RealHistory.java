package dev.weevil.checker.benchmark;

import dev.weevil.checker.format.EdnText;
import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.Reading;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Pairing;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a folder's {@code expected.tsv}: path, model, initial state, operations, and whether it is
 * linearizable.
 */
record RealHistory(Path file, String group, String model, String initial, Verdict.Kind expected) {

    static final String TABLE = "expected.tsv";

    /** What a file holds, ready to be decided. */
    record Loaded(Operations operations, Model<?> model, Verdict.Kind expected) {

        boolean decidedRight() {
            return Examination.of(operations, model, Limits.none()).kind() == expected;
        }
    }

    static List<RealHistory> in(Path folder) throws IOException {
        List<RealHistory> histories = new ArrayList<>();
        List<String> rows = Files.readAllLines(folder.resolve(TABLE));
        for (String row : rows.subList(1, rows.size())) {
            String[] columns = row.split("\t", -1);
            Path path = Path.of(columns[0]);
            boolean legal = columns[4].equals("linearizable");
            histories.add(new RealHistory(
                    folder.resolve(path),
                    path.subpath(0, 2).toString(),
                    columns[1],
                    columns[2],
                    legal ? Verdict.Kind.VALID : Verdict.Kind.INVALID));
        }
        return histories;
    }

    String name() {
        return file.getFileName().toString();
    }

    Loaded load() throws IOException {
        Pairing pairing = new Pairing();
        Reading reading = HistoryReader.read(file, Optional.empty(), pairing);
        Object first = Optional.ofNullable(EdnText.parse(TABLE, initial)).orElse("nil");
        Model<?> object =
                Models.named(model, Optional.of(first), reading.format().rules());
        return new Loaded(pairing.finish(), object, expected);
    }

    List<HistoryEvent> events() throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        HistoryReader.read(file, Optional.empty(), events::add);
        return events;
    }
}
