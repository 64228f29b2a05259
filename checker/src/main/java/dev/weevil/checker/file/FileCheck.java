package dev.weevil.checker.file;

import dev.weevil.checker.criterion.Criterion;
import dev.weevil.checker.format.HistoryFormat;
import dev.weevil.checker.format.HistoryReader;
import dev.weevil.checker.format.MalformedHistory;
import dev.weevil.checker.linearizability.Limits;
import dev.weevil.checker.model.Models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How files are to be checked.
 *
 * @param model a name of {@link #models}
 * @param initial the first state of an object, written as EDN; empty for what format and model imply
 * @param format empty to recognise it
 */
public record FileCheck(
        String model,
        Optional<String> initial,
        Optional<HistoryFormat> format,
        Demand demand,
        Limits limits) {

    private static final List<String> TRANSACTIONS =
            List.of(TransactionEvents.LISTS, TransactionEvents.REGISTERS);

    public FileCheck {
        Objects.requireNonNull(demand, "demand");
        if (!models().contains(model)) {
            throw new IllegalArgumentException(
                    "no model " + model + "; expected one of " + String.join(", ", models()));
        }
        if (TRANSACTIONS.contains(model)) {
            initial.ifPresent(state -> refuse(model, "an initial state", state));
            if (!demand.criterion().equals(Criterion.LINEARIZABLE)) {
                refuse(model, "criterion, but a level", demand.criterion().name());
            }
            if (!demand.corrupted().isEmpty()) {
                refuse(model, "corrupted clients", demand.corrupted().toString());
            }
        }
    }

    /** Held to {@link Demand#USUAL}. */
    public FileCheck(
            String model, Optional<String> initial, Optional<HistoryFormat> format, Limits limits) {
        this(model, initial, format, Demand.USUAL, limits);
    }

    private static void refuse(String model, String what, String found) {
        throw new IllegalArgumentException(model + " takes no " + what + ", found " + found);
    }

    /** The names of all models: those of objects, and the two of transactions. */
    public static List<String> models() {
        return Stream.concat(Models.NAMES.stream(), TRANSACTIONS.stream()).toList();
    }

    /**
     * Reads and checks one file; a store folder is to be resolved by {@link HistoryReader#files}
     * first.
     *
     * @throws MalformedHistory where the file, the initial state or an argument has no meaning
     */
    public FileVerdict check(Path file) throws IOException {
        return TRANSACTIONS.contains(model)
                ? TransactionCheck.of(file, this)
                : ObjectCheck.of(file, this);
    }
}
