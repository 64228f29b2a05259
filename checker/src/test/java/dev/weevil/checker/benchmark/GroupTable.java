package dev.weevil.checker.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines of one group of files: their sum, and beside a peer the median file and the worst. */
final class GroupTable {

    private record Pair(String name, double ours, double theirs) {

        double ratio() {
            return theirs / ours;
        }
    }

    private final Table table;
    private final String group;
    private final Reading ours;

    GroupTable(Table table, String group, Reading ours) {
        this.table = table;
        this.group = group;
        this.ours = new Reading(ours.get(RealHistoriesBenchmark.SUM), ours.noted());
    }

    void print(List<RealHistory> files, Optional<Peer> peer) throws IOException {
        String title = files.size() + " files of " + group;
        if (peer.isEmpty()) {
            table.row(title, ours);
            return;
        }
        List<Pair> pairs = pairs(files, peer.get());
        double sum = pairs.stream().mapToDouble(Pair::theirs).sum();
        boolean all = pairs.size() == files.size();
        table.row(title, ours, Optional.of(new Peer.Answer(sum, all ? "" : "unknown", "")));
        pairs.sort(Comparator.comparingDouble(Pair::ratio));
        if (pairs.size() > 2) {
            detail("  least ratio: ", pairs.get(0));
            detail("  next: ", pairs.get(1));
            detail("  median ratio: ", pairs.get(pairs.size() / 2));
            table.detail("  the medians", median(pairs, Pair::ours), median(pairs, Pair::theirs));
        }
    }

    private List<Pair> pairs(List<RealHistory> files, Peer peer) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (RealHistory file : files) {
            Optional<Peer.Answer> theirs =
                    peer.measure(file.events(), file.model(), file.initial());
            theirs.ifPresent(answer -> pairs.add(new Pair(
                    file.name(),
                    ours.get(RealHistoriesBenchmark.fileReading(file)),
                    answer.micros())));
        }
        return pairs;
    }

    private void detail(String what, Pair pair) {
        table.detail(what + pair.name(), pair.ours(), pair.theirs());
    }

    private static double median(
            List<Pair> pairs, java.util.function.ToDoubleFunction<Pair> column) {
        double[] sorted = pairs.stream().mapToDouble(column).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
