package dev.weevil.engine.run.artefact;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code run.json}: which run it was and what was planned.
 *
 * @param plan what was planned, as {@link #describe} writes it: compared to find out whether a replay
 *     runs the same plan
 */
public record PlanFile(RunName run, String plan) {

    /** Of the format. */
    public static final int VERSION = 1;

    /** Writes the file. */
    public static void write(RunName run, Plan plan, RunFolder folder) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", VERSION);
        content.put("suite", run.suite());
        content.put("scenario", run.scenario());
        content.put("mode", run.mode().toString());
        content.put("seed", run.seed().value());
        content.put("again", run.command());
        content.put("plan", describe(plan));
        JsonFile.write(folder.plan(), content);
    }

    /**
     * Reads the file.
     *
     * @throws BadRun naming file, field, what was expected and what was found
     */
    public static PlanFile read(RunFolder folder) throws BadRun {
        Path file = folder.plan();
        JsonFile json = JsonFile.read(file);
        json.expectVersion(VERSION);
        RunName run = new RunName(
                json.text("suite"),
                json.text("scenario"),
                mode(json),
                new Seed(json.number("seed")));
        return new PlanFile(run, json.rendered("plan"));
    }

    private static Mode mode(JsonFile json) throws BadRun {
        String word = json.text("mode");
        for (Mode mode : Mode.values()) {
            if (mode.toString().equals(word)) {
                return mode;
            }
        }
        throw json.refused("mode", "simulated or live", "'" + word + "'");
    }

    /** Whether this plan is the one that was run. */
    public boolean isOf(Plan other) {
        return plan.equals(JsonFile.render(describe(other)));
    }

    private static Map<String, Object> describe(Plan plan) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("replicas", plan.membership().replicas());
        members.put("faults", plan.membership().faults());
        members.put("clients", plan.membership().clients());
        Map<String, Object> workload = new LinkedHashMap<>();
        workload.put("model", plan.workload().model());
        workload.put("operations", plan.workload().operations());
        workload.put("thinkMicros", plan.workload().think().toNanos() / 1000);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("system", plan.system().name());
        content.put("membership", members);
        content.put("settings", plan.settings().values());
        content.put("scheme", plan.scheme().name());
        content.put("workload", workload);
        content.put(
                "corrupted",
                new TreeSet<>(plan.attack().corrupted())
                        .stream().map(NodeId::toString).toList());
        content.put("attack", plan.attack().describe());
        content.put("rules", plan.attack().rules());
        content.put("limitMillis", plan.bounds().time().toMillis());
        content.put("limitEvents", plan.bounds().events());
        content.put("patienceMillis", plan.bounds().patience().toMillis());
        content.put("settlingMillis", plan.bounds().settling().toMillis());
        content.put(
                "latencyMicros",
                List.of(
                        plan.bounds().latency().least().toNanos() / 1_000,
                        plan.bounds().latency().most().toNanos() / 1_000));
        return content;
    }
}
