package dev.weevil.checker.file;

import dev.weevil.checker.format.EdnText;
import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.MalformedHistory;
import dev.weevil.checker.format.Reading;
import dev.weevil.checker.history.Operations;
import dev.weevil.checker.history.Pairing;
import dev.weevil.checker.linearizability.Examination;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Model;
import dev.weevil.checker.model.Models;
import dev.weevil.checker.verdict.Verdict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How files are to be checked.
 *
 * @param model a name {@link Models#named} accepts
 * @param initial its first state, written as EDN; empty for what format and model imply
 * @param format empty to recognise it
 */
public record FileCheck(
        String model, Optional<String> initial, Optional<HistoryFormat> format, Limits limits) {

    public FileCheck {
        if (!Models.NAMES.contains(model)) {
            Models.named(model, Optional.empty(), HistoryFormat.WEEVIL.rules());
        }
    }

    /**
     * Reads and checks one file; a store folder is to be resolved by {@link HistoryReader#files}
     * first.
     *
     * @throws MalformedHistory where the file, the initial state or an argument has no meaning
     */
    public FileVerdict check(Path file) throws IOException {
        Pairing pairing = new Pairing();
        Reading reading = HistoryReader.read(file, format, pairing);
        List<String> rules = new ArrayList<>();
        rules.add("format " + reading.format().word());
        Model<?> object = object(reading.format(), rules);
        Operations operations = pairing.finish();
        Verdict verdict;
        long micros;
        try {
            long start = System.nanoTime();
            Examination examination = Examination.of(operations, object, limits);
            micros = (System.nanoTime() - start) / 1000;
            verdict = examination.verdict();
        } catch (IllegalArgumentException refused) {
            throw new MalformedHistory(
                    file.toString(), 1, 1, "a history of " + model, refused.getMessage());
        }
        rules.addAll(reading.remarks());
        return new FileVerdict(file, model, reading.format(), operations, verdict, micros, rules);
    }

    private Model<?> object(HistoryFormat written, List<String> rules) {
        boolean zero = initial.isEmpty()
                && written == HistoryFormat.EDN_COLLECTION
                && (model.equals("cas-register") || model.equals("register"));
        Optional<String> first = zero ? Optional.of("0") : initial;
        Optional<Object> value = first.map(
                text -> Optional.ofNullable(EdnText.parse("--initial", text)).orElse("nil"));
        first.ifPresent(text -> rules.add("initially " + text));
        if (!model.equals("etcd-cas-register")) {
            rules.add(written.rules().inWords());
        } else {
            rules.add(HistoryFormat.JEPSEN_LOG.rules().inWords());
        }
        try {
            return Models.named(model, value, written.rules());
        } catch (IllegalArgumentException refused) {
            throw new MalformedHistory(
                    "--initial", 1, 1, "a first state of " + model, refused.getMessage());
        }
    }
}
