package dev.weevil.checker.benchmark;

import org.openjdk.jmh.results.RunResult;

import java.util.Map;
import java.util.TreeMap;

/** What one run of a benchmark gave: its median and what it noted of itself. */
record Reading(double medianMicros, Map<String, Double> noted) {

    Reading {
        noted = Map.copyOf(noted);
    }

    static Reading of(RunResult result) {
        Map<String, Double> noted = new TreeMap<>();
        result.getSecondaryResults()
                .forEach((name, secondary) -> noted.put(name, secondary.getScore()));
        return new Reading(result.getPrimaryResult().getStatistics().getPercentile(50), noted);
    }

    double get(String name) {
        return noted.get(name);
    }
}
