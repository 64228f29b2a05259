package dev.weevil.engine.live;

import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.cluster.SystemUnderTest;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;
import dev.weevil.engine.workload.Request;
import dev.weevil.engine.workload.Workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A live run of the {@link Tally}, and what came of it. */
final class Counting {

    static final Duration LONG = Duration.ofMinutes(1);

    private Plan plan = new Plan(
            "counting",
            new Tally(),
            new Membership(3, 1, 2),
            Settings.NONE,
            Scheme.HMAC,
            workload(60, Duration.ZERO),
            Attack.none(),
            new Seed(5),
            new Bounds(LONG, 1));
    private LiveRunner.Prelude prelude = addresses -> CompletableFuture.completedStage(null);
    private final List<TraceEvent> events = new ArrayList<>();

    static Workload workload(int operations, Duration think) {
        return new Workload(
                "none",
                operations,
                think,
                (client, count, random) -> new Request("count", Optional.empty(), null));
    }

    Counting operations(int count, Duration think) {
        return with(workload(count, think), plan.attack(), plan.settings(), plan.bounds());
    }

    Counting attack(Attack attack) {
        return with(plan.workload(), attack, plan.settings(), plan.bounds());
    }

    Counting setting(String name, Object value) {
        return with(
                plan.workload(), plan.attack(), plan.settings().with(name, value), plan.bounds());
    }

    Counting atMost(Duration time) {
        return with(plan.workload(), plan.attack(), plan.settings(), new Bounds(time, 1));
    }

    Counting system(SystemUnderTest system) {
        plan = new Plan(
                plan.scenario(),
                system,
                plan.membership(),
                plan.settings(),
                plan.scheme(),
                plan.workload(),
                plan.attack(),
                plan.seed(),
                plan.bounds());
        return this;
    }

    Counting prelude(LiveRunner.Prelude played) {
        prelude = played;
        return this;
    }

    private Counting with(Workload workload, Attack attack, Settings settings, Bounds bounds) {
        plan = new Plan(
                plan.scenario(),
                plan.system(),
                plan.membership(),
                settings,
                plan.scheme(),
                workload,
                attack,
                plan.seed(),
                bounds);
        return this;
    }

    LiveRunner.Prelude prelude() {
        return prelude;
    }

    Plan plan() {
        return plan;
    }

    Counting run(Path folder) throws RunFailed {
        new LiveRunner(folder, prelude).run(plan, events::add);
        return this;
    }

    <E extends TraceEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Stream<TraceEvent> events() {
        return events.stream();
    }

    /** The counts that clients were told, in the order they were. */
    List<Long> counts() {
        return all(TraceEvent.Completed.class).stream()
                .map(done -> (Long) done.outcome().value())
                .toList();
    }

    List<String> notes() {
        return all(TraceEvent.Noted.class).stream().map(TraceEvent.Noted::text).toList();
    }
}
