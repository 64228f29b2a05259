package dev.weevil.engine.live;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.run.Runner;
import dev.weevil.engine.trace.Recorder;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Runs plans with processes and sockets, on 127.0.0.1.
 *
 * <p>Replicas of a {@link dev.weevil.engine.cluster.Protocol} are Java processes with this one's class
 * path, on which the protocol is registered as a service; clients are hosted here. The run's time
 * begins when everybody is ready. It ends a moment after the last operation has ended, or at the plan's
 * time with operations left open. Needs {@code sh} and {@code setsid}; whatever becomes of this
 * process, nothing it started outlives it.
 *
 * <p>Every live system knows two {@link dev.weevil.engine.network.Disturbance.SystemAction}s with the
 * parameters {@code from}, who dials, and {@code to}: {@code cut} breaks every connection of that link
 * and refuses new ones, {@code mend} lets them be made again.
 */
public final class LiveRunner implements Runner {

    /** Where everybody listens, once a run's players are ready: its own ports and the proxy's. */
    record Addresses(Map<NodeId, Integer> nodes, Function<NodeId, Map<NodeId, Integer>> proxy) {}

    /** Something to be done between readiness and the first operation. */
    interface Prelude {
        CompletionStage<?> play(Addresses addresses);
    }

    private final Path folder;
    private final Prelude prelude;

    /**
     * @param folder the run's own, created where it does not exist: gets {@code logs} with what each
     *     process wrote to {@code NODE.out} and {@code NODE.err}, {@code processes} and {@code disks}
     */
    public LiveRunner(Path folder) {
        this(folder, addresses -> CompletableFuture.completedStage(null));
    }

    LiveRunner(Path folder, Prelude prelude) {
        this.folder = folder;
        this.prelude = prelude;
    }

    @Override
    public void run(Plan plan, Recorder recorder) throws RunFailed {
        new LiveRun(plan, recorder, new RunFolder(folder), prelude).run();
    }
}
