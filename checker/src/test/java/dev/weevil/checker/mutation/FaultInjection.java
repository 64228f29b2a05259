package dev.weevil.checker.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts one fault after the other into the checker and prints which tests notice. Run in the module's
 * folder, with the names of engines or none for all; ends with 1 if a fault is noticed by nobody.
 *
 * <pre>{@code mvn -q -pl checker test-compile exec:exec@faults -Dengines="zones stack"}</pre>
 */
public final class FaultInjection {

    private FaultInjection() {}

    public static void main(String[] engines) throws IOException {
        List<String> wanted = Arrays.asList(engines);
        boolean allCaught = true;
        System.out.println("| engine | fault | caught by |");
        System.out.println("|---|---|---|");
        for (Fault fault : Faults.all()) {
            if (wanted.isEmpty() || wanted.contains(fault.engine())) {
                List<String> caught = caught(fault);
                allCaught &= !caught.isEmpty();
                System.out.println("| " + fault.engine() + " | " + fault.mistake() + " | "
                        + (caught.isEmpty() ? "nobody" : String.join(", ", caught)) + " |");
            }
        }
        if (!allCaught) {
            System.out.println("A fault that nobody notices needs a test.");
            System.exit(1);
        }
    }

    private static List<String> caught(Fault fault) throws IOException {
        Path folder = Files.createTempDirectory("fault");
        try (Mutant mutant = Mutant.of(fault, folder)) {
            return mutant.failures(fault.tests());
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
