package dev.weevil.reports.run;

import dev.weevil.engine.run.Kind;
import dev.weevil.engine.run.Scenario;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page says besides what trace and judgement tell.
 *
 * @param claim what must come out of the scenario, and why
 * @param replay the exact command that runs it again
 * @param further names and values for the list of facts: the trace's digest, wall time, ...
 */
public record RunFacts(String claim, Kind kind, String replay, SortedMap<String, String> further) {

    public RunFacts {
        further = Collections.unmodifiableSortedMap(new TreeMap<>(further));
    }

    public static RunFacts of(Scenario scenario, String replay) {
        return new RunFacts(scenario.claim(), scenario.kind(), replay, new TreeMap<>());
    }

    public RunFacts with(String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(further);
        more.put(name, String.valueOf(value));
        return new RunFacts(claim, kind, replay, more);
    }
}
