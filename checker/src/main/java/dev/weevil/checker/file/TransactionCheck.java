package dev.weevil.checker.file;

import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.Reading;
import dev.weevil.checker.history.History;
import dev.weevil.checker.serializability.Options;
import dev.weevil.checker.serializability.Serializability;
import dev.weevil.checker.serializability.TransactionVerdict;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks a file with a history of transactions. */
final class TransactionCheck {

    private static final Duration LONGEST = Duration.ofDays(365);

    private TransactionCheck() {}

    static FileVerdict of(Path file, FileCheck check) throws IOException {
        TransactionEvents events = new TransactionEvents(check.model());
        Reading reading = HistoryReader.read(file, check.format(), events);
        History history = events.history();
        Options options = options(check);
        List<String> rules = new ArrayList<>();
        rules.add("format " + reading.format().word());
        rules.add("held to " + options.level().label());
        rules.add("a failed transaction did not commit, one that ended info may have");
        if (check.model().equals(TransactionEvents.REGISTERS)) {
            rules.add("assumed of the versions of a key: "
                    + options.keyOrder().name().toLowerCase(Locale.ROOT));
        }
        rules.addAll(reading.remarks());
        long start = System.nanoTime();
        TransactionVerdict found = Serializability.check(history, options);
        long micros = (System.nanoTime() - start) / 1000;
        return new FileVerdict(
                file,
                check.model(),
                reading.format(),
                found.transactions(),
                found.verdict(),
                micros,
                rules,
                Optional.of(found));
    }

    /** A component may take a tenth of the time for all, and after that nothing is given to any. */
    private static Options options(FileCheck check) {
        Options options =
                Options.at(check.demand().level()).assuming(check.demand().keyOrder());
        if (check.limits().time().isEmpty()) {
            return options.until(check.limits().cancelled());
        }
        Duration time = check.limits().time().get();
        Duration most = options.perComponent();
        Duration tenth = time.dividedBy(10);
        long end = System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
        return options.within(tenth.compareTo(most) < 0 ? tenth : most)
                .until(() ->
                        check.limits().cancelled().getAsBoolean() || System.nanoTime() - end > 0);
    }
}
