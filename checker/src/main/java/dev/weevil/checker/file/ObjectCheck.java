package dev.weevil.checker.file;

import dev.weevil.checker.criterion.Criterion;
import dev.weevil.checker.format.EdnText;
import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.MalformedHistory;
import dev.weevil.checker.format.Reading;
import dev.weevil.checker.history.Call;
import dev.weevil.checker.history.CorruptedClients;
import dev.weevil.checker.history.History;
import dev.weevil.checker.history.HistoryEvent;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Pairing;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a file with a history of objects. */
final class ObjectCheck {

    private final Path file;
    private final FileCheck check;
    private final List<String> rules = new ArrayList<>();

    private ObjectCheck(Path file, FileCheck check) {
        this.file = file;
        this.check = check;
    }

    static FileVerdict of(Path file, FileCheck check) throws IOException {
        return new ObjectCheck(file, check).run();
    }

    private FileVerdict run() throws IOException {
        Pairing pairing = new Pairing();
        List<HistoryEvent> kept = new ArrayList<>();
        boolean keeps = !check.demand().corrupted().isEmpty();
        Reading reading = HistoryReader.read(
                file, check.format(), keeps ? event -> both(event, pairing, kept) : pairing);
        rules.add("format " + reading.format().word());
        Model<?> model = model(reading.format());
        Operations operations = keeps ? widened(kept) : pairing.finish();
        rules.addAll(reading.remarks());
        Timed timed = judge(operations, model);
        return new FileVerdict(
                file,
                check.model(),
                reading.format(),
                operations.size(),
                timed.verdict(),
                timed.micros(),
                rules,
                Optional.empty());
    }

    private record Timed(Verdict verdict, long micros) {}

    private static void both(HistoryEvent event, Pairing pairing, List<HistoryEvent> kept) {
        pairing.accept(event);
        kept.add(event);
    }

    private Operations widened(List<HistoryEvent> events) {
        rules.add("what the corrupted clients "
                + check.demand().corrupted().stream().sorted().toList()
                + " asked for may take effect at any time or never");
        return CorruptedClients.widen(new History(events), check.demand().corrupted())
                .operations();
    }

    private Timed judge(Operations operations, Model<?> model) {
        Criterion criterion = check.demand().criterion();
        try {
            long start = System.nanoTime();
            if (criterion.equals(Criterion.LINEARIZABLE)) {
                // The reasons come after the answer, and their time is not its.
                Examination examination = Examination.of(operations, model, check.limits());
                long micros = (System.nanoTime() - start) / 1000;
                return new Timed(examination.verdict(), micros);
            }
            rules.add("held to " + criterion.name());
            Verdict verdict = criterion.check(operations, model, check.limits());
            return new Timed(verdict, (System.nanoTime() - start) / 1000);
        } catch (IllegalArgumentException refused) {
            throw new MalformedHistory(
                    file.toString(),
                    1,
                    1,
                    "a history of " + check.model(),
                    culprit(operations, model) + refused.getMessage());
        }
    }

    /** The first operation the model has no answer for, by its place among the events. */
    private static <S> String culprit(Operations operations, Model<S> model) {
        for (int i = 0; i < operations.size(); i++) {
            Call call = operations.call(i);
            try {
                if (model.takesPart(call) && !model.pure(call)) {
                    model.step(model.initial(), call);
                }
            } catch (IllegalArgumentException refused) {
                return "event " + operations.invoked(i) + " (" + operations.get(i) + "): ";
            }
        }
        return "";
    }

    private Model<?> model(HistoryFormat written) {
        String name = check.model();
        boolean zero = check.initial().isEmpty()
                && written == HistoryFormat.EDN_COLLECTION
                && (name.equals("cas-register") || name.equals("register"));
        Optional<String> first = zero ? Optional.of("0") : check.initial();
        Optional<Object> value = first.map(
                text -> Optional.ofNullable(EdnText.parse("--initial", text)).orElse("nil"));
        rules.add(
                name.equals("etcd-cas-register")
                        ? HistoryFormat.JEPSEN_LOG.rules().inWords()
                        : written.rules().inWords());
        try {
            Model<?> model = Models.named(name, value, written.rules());
            rules.add("initially " + first.orElse(shown(model.initial())));
            return model;
        } catch (IllegalArgumentException refused) {
            throw new MalformedHistory(
                    "--initial", 1, 1, "a first state of " + name, refused.getMessage());
        }
    }

    private static String shown(Object state) {
        if (state instanceof Boolean held) {
            return held ? "held" : "free";
        }
        return state.equals("") ? "\"\"" : state.toString();
    }
}
