package dev.weevil.zyzzyva.deletion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes out one rule after the other and prints which scenarios notice, of those that should
 * or, with {@code --all}, of all there are, which takes a minute for each rule. Run in the
 * folder of the project or of the module, with the names of rules or none for all of them; ends with 1
 * if nobody misses a rule.
 */
public final class RuleDeletion {

    private RuleDeletion() {}

    public static void main(String[] arguments) throws IOException {
        List<String> wanted = new ArrayList<>(Arrays.asList(arguments));
        boolean all = wanted.remove("--all");
        boolean allMissed = true;
        System.out.println("| rule | what was removed | red | first reason |");
        System.out.println("|---|---|---|---|");
        for (Deletion deletion : Deletions.ALL) {
            if (wanted.isEmpty() || wanted.contains(deletion.rule())) {
                Map<String, String> reds = reds(deletion, all);
                allMissed &= !reds.isEmpty();
                System.out.println(row(deletion, reds));
            }
        }
        if (!allMissed) {
            System.out.println("A rule whose deletion nobody notices needs a scenario.");
            System.exit(1);
        }
    }

    private static String row(Deletion deletion, Map<String, String> reds) {
        return String.join(
                " | ",
                "| " + deletion.rule(),
                deletion.removed(),
                String.join(", ", reds.keySet()),
                reds.values().stream()
                                .findFirst()
                                .orElse("NOTHING")
                                .replace('\n', ' ')
                                .replace('|', '/')
                        + " |");
    }

    private static Map<String, String> reds(Deletion deletion, boolean all) throws IOException {
        Path folder = Files.createTempDirectory("without-a-rule");
        try (Remnant remnant = Remnant.of(deletion, folder)) {
            return remnant.reds(name -> all || deletion.isWatchedBy(name));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
