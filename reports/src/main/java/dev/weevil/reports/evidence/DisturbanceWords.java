package dev.weevil.reports.evidence;

import dev.weevil.engine.network.Disturbance;

/** Faults of processes as a person would write them. */
public final class DisturbanceWords {

    private DisturbanceWords() {}

    public static String of(Disturbance disturbance) {
        if (disturbance instanceof Disturbance.Crash d) return "crash of " + d.target();
        if (disturbance instanceof Disturbance.Pause d) return "pause of " + d.target();
        if (disturbance instanceof Disturbance.Resume d) return d.target() + " resumes";
        if (disturbance instanceof Disturbance.Restart d) {
            return "restart of " + d.target() + (d.keepsDisk() ? "" : " without its disk");
        }
        if (disturbance instanceof Disturbance.Skew d) {
            return "clock of " + d.target() + " skewed by " + d.ahead().toMillis() + " ms";
        }
        if (disturbance instanceof Disturbance.SystemAction d) {
            return d.name() + (d.parameters().isEmpty() ? "" : " " + d.parameters());
        }
        throw new AssertionError("no words for " + disturbance.getClass().getSimpleName());
    }
}
