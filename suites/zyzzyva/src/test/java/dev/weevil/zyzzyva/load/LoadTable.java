package dev.weevil.zyzzyva.load;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Scenario;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.trace.Trace;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The suite's figures as one table, from simulations. Arguments: the beginnings of scenarios' names.
 */
public final class LoadTable {

    private LoadTable() {}

    public static void main(String[] arguments) throws RunFailed {
        System.out.println(
                "attack                          before/s  during/s   left  least client  views");
        for (Scenario scenario : new LoadSuite().scenarios()) {
            boolean wanted = arguments.length == 0
                    || List.of(arguments).stream().anyMatch(scenario.name()::startsWith);
            if (wanted) {
                print(scenario.name(), run(scenario.plan(Mode.SIMULATED, new Seed(1))));
            }
        }
    }

    static Trace run(Plan plan) throws RunFailed {
        List<TraceEvent> events = new ArrayList<>();
        new Simulation().run(plan, events::add);
        return new Trace(plan.header(Mode.SIMULATED), events);
    }

    private static void print(String name, Trace trace) {
        Throughput found = Throughput.of(trace, LoadScene.BEGIN);
        long view = trace.events().stream()
                .filter(TraceEvent.Observed.class::isInstance)
                .map(event -> ((TraceEvent.Observed) event).fact())
                .filter(fact -> fact.name().equals("entered"))
                .mapToLong(fact -> fact.view())
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-32s %8.0f %9.0f %6.3f %13.3f %6d%n",
                name,
                found.before(),
                found.during(),
                found.ratio(),
                found.least(),
                view);
    }
}
