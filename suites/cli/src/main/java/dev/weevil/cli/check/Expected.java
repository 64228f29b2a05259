package dev.weevil.cli.check;

import dev.weevil.checker.criterion.Criterion;
import dev.weevil.checker.file.Demand;
import dev.weevil.checker.serializability.Level;
import dev.weevil.checker.serializability.Options.KeyOrder;
import dev.weevil.cli.usage.BadInput;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The options that say what a history is held to. */
final class Expected {

    @Option(
            names = "--criterion",
            defaultValue = "linearizable",
            description = "What objects are held to: linearizable, sequential, regular, staleness=K"
                    + " or exactly-once. Default ${DEFAULT-VALUE}.")
    private String criterion = "";

    @Option(
            names = {"--level", "--consistency-model"},
            defaultValue = "strict-serializable",
            description = "What transactions are held to, from read-uncommitted to"
                    + " strict-serializable. Default ${DEFAULT-VALUE}.")
    private String level = "";

    @Option(
            names = "--key-order",
            defaultValue = "unknown",
            description = "What may be taken for granted of each register of rw-register: unknown,"
                    + " sequential or linearizable. Default ${DEFAULT-VALUE}.")
    private String keyOrder = "";

    @Option(
            names = "--corrupted",
            split = ",",
            paramLabel = "PROCESS",
            description = "Clients that may have lied: what they asked for may take effect at any"
                    + " time or never, and what they were answered proves nothing.")
    private List<Integer> corrupted = new ArrayList<>();

    Demand demand() {
        try {
            return new Demand(
                    Criterion.named(criterion), Level.of(level), keyOrder(), Set.copyOf(corrupted));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(refused.getMessage());
        }
    }

    private KeyOrder keyOrder() {
        return Arrays.stream(KeyOrder.values())
                .filter(order -> word(order).equals(keyOrder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key order " + keyOrder
                        + "; expected one of "
                        + Arrays.stream(KeyOrder.values())
                                .map(Expected::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(KeyOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
