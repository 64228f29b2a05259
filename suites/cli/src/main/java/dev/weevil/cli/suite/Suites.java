package dev.weevil.cli.suite;

import dev.weevil.cli.usage.BadInput;
import dev.weevil.engine.run.Suite;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The suites there are, and what a name on the command line means among them. */
public record Suites(List<Suite> all) {

    public Suites {
        all = List.copyOf(all);
    }

    /** Every suite on the class path. */
    public static Suites installed() {
        return new Suites(ServiceLoader.load(Suite.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * What is called so: a suite, {@code suite/scenario}, or a scenario whose name only one suite has.
     *
     * @throws BadInput naming what there is, if nothing or more than one thing is
     */
    public Selection select(String name) {
        for (Suite suite : all) {
            if (suite.name().equals(name)) {
                return new Selection(suite, suite.scenarios());
            }
        }
        List<Selection> found =
                scenarios().stream().filter(one -> one.names().contains(name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty() ? unknown(name) : ambiguous(name, found);
    }

    /** Every scenario as a selection of its own. */
    private List<Selection> scenarios() {
        List<Selection> each = new ArrayList<>();
        for (Suite suite : all) {
            suite.scenarios().forEach(one -> each.add(new Selection(suite, List.of(one))));
        }
        return each;
    }

    private BadInput unknown(String name) {
        if (all.isEmpty()) {
            return new BadInput("expected a suite, found '" + name + "'; none is installed");
        }
        TreeSet<String> names = new TreeSet<>();
        all.forEach(suite -> names.add(suite.name()));
        scenarios().forEach(one -> names.addAll(one.names()));
        return new BadInput("expected a suite or a scenario, found '" + name + "'"
                + Spelling.suggestion(name, names) + "; weevil list shows what there is");
    }

    private static BadInput ambiguous(String name, List<Selection> found) {
        List<String> names = found.stream().map(one -> one.names().get(0)).toList();
        return new BadInput("'" + name + "' could be " + String.join(" or ", names));
    }
}
