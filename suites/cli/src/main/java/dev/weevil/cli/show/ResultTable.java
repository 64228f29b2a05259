package dev.weevil.cli.show;

import dev.weevil.cli.usage.DurationText;
import dev.weevil.engine.run.Conclusion;
import dev.weevil.engine.run.Result;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a campaign, for people: a row per scenario and mode, then what was not as expected.
 *
 * @param launcher what to type before the arguments that run something again
 */
public record ResultTable(List<Result> results, boolean colour, String launcher) {

    private static final int PAGES_SHOWN = 40;

    /**
     * Prints the whole of it.
     *
     * @param summary the folder of the suite's overview, if there is one
     */
    public void print(PrintWriter out, Optional<Path> summary) {
        table(out);
        List<Result> remarkable = results.stream()
                .filter(result -> result.conclusion() != Conclusion.HELD)
                .toList();
        remarkable.forEach(result -> explain(result, out));
        out.println();
        pages(out);
        summary.ifPresent(folder -> out.println("summary: " + folder.resolve("index.html")));
        out.println(inShort());
    }

    private void table(PrintWriter out) {
        Map<String, List<Result>> groups = results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.run().scenario() + " " + result.run().mode(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Columns columns = new Columns();
        columns.row("scenario", "mode", "kind", "expected", "verdict", "ops", "bites", "time", "");
        groups.values().forEach(group -> row(columns, group));
        columns.print(out);
    }

    private void row(Columns columns, List<Result> group) {
        Result first = group.get(0);
        Duration time = group.stream().map(Result::wall).reduce(Duration.ZERO, Duration::plus);
        columns.row(
                first.run().scenario(),
                first.run().mode().toString(),
                first.kind().toString(),
                first.expected().toString(),
                verdicts(group),
                "" + group.stream().mapToInt(one -> one.evidence().operations()).sum(),
                "" + group.stream().mapToInt(one -> one.evidence().bites()).sum(),
                DurationText.show(time),
                painted(worst(group)));
    }

    /** {@code valid}, or where there are several {@code 198 valid, 2 unknown}. */
    private static String verdicts(List<Result> group) {
        Map<String, Integer> counts = new TreeMap<>();
        group.forEach(one -> counts.merge(verdict(one), 1, Integer::sum));
        if (group.size() == 1) {
            return verdict(group.get(0));
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String verdict(Result result) {
        return result.verdict() + (result.evidence().vacuous() ? " (vacuous)" : "");
    }

    private static Conclusion worst(Collection<Result> group) {
        return group.stream()
                .map(Result::conclusion)
                .max(Comparator.naturalOrder())
                .orElse(Conclusion.HELD);
    }

    private String painted(Conclusion conclusion) {
        if (!colour) {
            return conclusion.inWords();
        }
        String code = switch (conclusion) {
            case HELD -> "32";
            case SKIPPED, INCONCLUSIVE -> "33";
            case UNEXPECTED, FAILED, BROKEN, INTERRUPTED -> "31";
        };
        return "\u001b[" + code + "m" + conclusion.inWords() + "\u001b[0m";
    }

    private void explain(Result result, PrintWriter out) {
        out.println();
        out.println(result.run().scenario() + " " + result.run().mode() + ": "
                + result.conclusion().inWords());
        String vacuous = result.evidence().vacuous() ? "no fault ever bit; " : "";
        out.println("  " + vacuous + result.why());
        if (result.conclusion() != Conclusion.SKIPPED) {
            out.println("  again: " + launcher + " " + result.run().arguments());
        }
    }

    private void pages(PrintWriter out) {
        List<String> pages =
                results.stream().flatMap(one -> one.report().stream()).toList();
        pages.stream().limit(PAGES_SHOWN).forEach(page -> out.println("report: " + page));
        if (pages.size() > PAGES_SHOWN) {
            out.println("and " + (pages.size() - PAGES_SHOWN) + " more beside them");
        }
    }

    private String inShort() {
        Map<Conclusion, Long> counts = results.stream()
                .collect(Collectors.groupingBy(
                        Result::conclusion, TreeMap::new, Collectors.counting()));
        return results.size()
                + (results.size() == 1 ? " run: " : " runs: ")
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + painted(entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
