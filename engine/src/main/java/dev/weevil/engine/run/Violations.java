package dev.weevil.engine.run;

import dev.weevil.checker.verdict.Verdict;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which promises break where a scenario is there to show a violation. All oracles that are not named
 * must find their promise kept.
 *
 * @param required by the oracles' names: every one of them must say invalid; empty where any
 *     violation will do
 * @param possible may say whatever they like
 */
public record Violations(Set<String> required, Set<String> possible) {

    /** Any violation will do, by whichever oracle. */
    public static final Violations ANY = new Violations(Set.of(), Set.of());

    public Violations {
        required = Collections.unmodifiableSet(new TreeSet<>(required));
        possible = Collections.unmodifiableSet(new TreeSet<>(possible));
    }

    /** Exactly these promises break. */
    public static Violations of(String... oracles) {
        return new Violations(Set.of(oracles), Set.of());
    }

    /** These may break as well. */
    public Violations perhaps(String... oracles) {
        return new Violations(required, Set.of(oracles));
    }

    /** What is not as it is said here, in words; empty where all is. */
    Optional<String> unmet(Map<String, Verdict> verdicts) {
        if (required.isEmpty()) {
            return Optional.empty();
        }
        for (String name : required) {
            Verdict verdict = verdicts.get(name);
            if (verdict == null || !verdict.isInvalid()) {
                return Optional.of("expected a violation of " + name + ", found "
                        + (verdict == null ? "no such oracle" : verdict.inWords()));
            }
        }
        return verdicts.entrySet().stream()
                .filter(entry -> !required.contains(entry.getKey()))
                .filter(entry -> !possible.contains(entry.getKey()))
                .filter(entry -> !entry.getValue().isValid())
                .findFirst()
                .map(entry -> "expected no violation but of " + required + ", found "
                        + entry.getKey() + ": " + entry.getValue().inWords());
    }
}
