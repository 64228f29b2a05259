package dev.weevil.cli.check;

import dev.weevil.checker.file.FileVerdict;
import dev.weevil.checker.history.Operation;
import dev.weevil.checker.serializability.TransactionVerdict;
import dev.weevil.checker.verdict.Verdict;
import dev.weevil.engine.run.Answer;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdict on one file, as people or programs read it. */
record FileText(boolean json) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int OPERATIONS_SHOWN = 12;

    void print(FileVerdict file, PrintWriter out) {
        if (json) {
            out.println(MAPPER.writeValueAsString(document(file)));
        } else {
            text(file, out);
        }
    }

    private static Map<String, Object> document(FileVerdict file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 1);
        document.put("file", file.file().toString());
        document.put("model", file.model());
        document.put("operations", file.operations());
        document.put("verdict", word(file.verdict()));
        document.put("microseconds", file.micros());
        document.put("explanation", file.verdict().inWords());
        document.put("format", file.format().word());
        document.put("rules", file.rules());
        document.put("counterexample", shown(file.verdict().counterexample()));
        document.put("partials", partials(file.verdict()));
        document.put("notes", file.verdict().remarks());
        file.transactions().ifPresent(found -> {
            document.put("level", found.level().label());
            document.put("anomalies", anomalies(found));
        });
        return document;
    }

    private static Map<String, Integer> anomalies(TransactionVerdict found) {
        Map<String, Integer> counts = new TreeMap<>();
        found.counts().forEach((anomaly, count) -> counts.put(anomaly.label(), count));
        return counts;
    }

    private static void text(FileVerdict file, PrintWriter out) {
        Verdict verdict = file.verdict();
        out.println(file.file() + ": " + word(verdict) + ", " + file.operations() + " operations, "
                + file.model() + ", " + file.micros() + " µs");
        out.println("  read as: " + String.join("; ", file.rules()));
        verdict.explanation().forEach(one -> out.println("  " + one.replace("\n", "\n  ")));
        shown(verdict.counterexample()).forEach(one -> out.println("    " + one));
        verdict.partials().stream()
                .limit(1)
                .forEach(order -> out.println("  a legal order goes on for " + order.size()
                        + " operations, up to " + order.get(order.size() - 1)));
        verdict.remarks().forEach(remark -> out.println("  note: " + remark));
    }

    /** How far legal orders go, and what they end with. */
    private static List<Map<String, Object>> partials(Verdict verdict) {
        return verdict.partials().stream()
                .map(order -> Map.of(
                        "operations",
                        (Object) order.size(),
                        "last",
                        shown(order.subList(
                                Math.max(0, order.size() - OPERATIONS_SHOWN), order.size()))))
                .toList();
    }

    private static List<String> shown(List<Operation> operations) {
        return operations.stream()
                .limit(OPERATIONS_SHOWN)
                .map(Operation::toString)
                .toList();
    }

    private static String word(Verdict verdict) {
        return Answer.of(verdict.kind()).toString();
    }
}
