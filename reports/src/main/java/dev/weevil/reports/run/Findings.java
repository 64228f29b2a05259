package dev.weevil.reports.run;

import dev.weevil.engine.run.Judgement;
import dev.weevil.engine.trace.Trace;
import dev.weevil.reports.evidence.ClientHistory;
import dev.weevil.reports.evidence.Conflict;
import dev.weevil.reports.evidence.Explanation;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.evidence.Journeys;
import dev.weevil.reports.evidence.ReplicaLogs;
import dev.weevil.reports.evidence.Tolerance;

import java.util.List;

/** Everything the sections of a page are written from, worked out once. */
record Findings(
        Trace trace,
        Judgement judgement,
        RunFacts facts,
        ClientHistory history,
        ReplicaLogs logs,
        Conflict conflict,
        List<Journey> journeys,
        Explanation explanation,
        Tolerance tolerance) {

    static Findings of(Trace trace, Judgement judgement, RunFacts facts) {
        ClientHistory history = ClientHistory.of(trace);
        ReplicaLogs logs = ReplicaLogs.of(trace);
        Conflict conflict = Conflict.of(trace, judgement, history, logs);
        List<Journey> journeys = Journeys.of(trace);
        Explanation explanation =
                Explanation.of(trace, judgement, history, logs, conflict, journeys);
        Tolerance tolerance = Tolerance.of(trace.header());
        return new Findings(
                trace, judgement, facts, history, logs, conflict, journeys, explanation, tolerance);
    }
}
