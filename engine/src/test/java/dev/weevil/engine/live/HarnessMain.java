package dev.weevil.engine.live;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Disturbance;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.trace.TraceEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A harness to be killed: a run without end, one of whose replicas is stopped. Prints a line for every
 * process and port, and {@code going} when all are there.
 */
public final class HarnessMain {

    private static final Endpoint STOPPED = Endpoint.of(NodeId.replica(2));

    private HarnessMain() {}

    public static void main(String[] arguments) throws RunFailed {
        Counting counting = new Counting()
                .operations(1_000_000, Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(10))
                .attack(Meddling.withProcesses(powers -> seen -> seen
                                        instanceof Observation.OperationCompleted done
                                && done.invocation().id() == 1
                        ? List.of(new Act.Disturb(Meddling.RULE, new Disturbance.Pause(STOPPED)))
                        : List.of()))
                .prelude(addresses -> {
                    addresses.nodes().values().forEach(port -> print("port", port));
                    for (NodeId node : addresses.nodes().keySet()) {
                        Map<NodeId, Integer> proxied = addresses.proxy().apply(node);
                        proxied.values().forEach(port -> print("port", port));
                    }
                    return CompletableFuture.completedStage(null);
                });
        new LiveRunner(Path.of(arguments[0]), counting.prelude())
                .run(counting.plan(), HarnessMain::tell);
    }

    private static void tell(TraceEvent event) {
        if (event instanceof TraceEvent.ProcessChanged change && change.up()) {
            print("pid", change.detail().replaceAll(".*pid ", ""));
        } else if (event instanceof TraceEvent.Disturbed) {
            print("going", "on");
        }
    }

    private static void print(String what, Object value) {
        System.out.println(what + " " + value);
    }
}
