package dev.weevil.engine.live.replica;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.live.control.ControlLine;
import dev.weevil.engine.live.control.Formats;
import dev.weevil.engine.live.control.Order;
import dev.weevil.engine.live.control.Report;
import dev.weevil.engine.live.host.FolderDisk;
import dev.weevil.engine.live.host.HostPlan;
import dev.weevil.engine.live.host.NodeHost;
import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.live.stream.EventLoops;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;

import java.io.IOException;
import java.time.Duration;

/** A replica's node between its host and the control line. */
final class ReplicaProcess {

    private final ControlLine line;
    private final NodeHost host;

    ReplicaProcess(ReplicaPlan plan, Protocol protocol) throws IOException {
        Deployment deployment = protocol.deploy(plan.membership(), plan.settings());
        Keyring keys = plan.scheme()
                .keys(plan.seed().named("keys"), plan.membership().nodes())
                .of(plan.self());
        Node node = deployment.replica(keys);
        // Telling waits for room on the line, which a loop of the line's own makes.
        line = new ControlLine(
                EventLoops.plain(1), plan.controlPort(), Formats.of(plan.token()), this::ordered);
        HostPlan place =
                HostPlan.local(plan.self(), deployment.format(), plan.ports(), plan.seed());
        host = new NodeHost(
                place, node, new FolderDisk(plan.disk()), new Telling(), EventLoops.plain(1));
        // No order comes before this, so none finds the host missing.
        line.tell(new Report.Ready(plan.self(), host.port()));
    }

    void runUntilHarnessIsGone() throws InterruptedException {
        line.awaitEnd();
    }

    private void ordered(Order order) {
        if (order instanceof Order.Begin) {
            host.begin();
        } else if (order instanceof Order.Skew skew) {
            host.skew(Duration.ofNanos(skew.aheadNanos()));
        } else if (order instanceof Order.Drain) {
            host.behind(() -> line.tell(new Report.Drained()));
        }
    }

    /** Passes on what the node does. */
    private final class Telling implements Reporter {

        private long untold;

        @Override
        public void observed(Fact fact) {
            line.tell(Report.Observed.of(fact));
        }

        @Override
        public void timerFired(Timer timer) {
            line.tell(Report.Fired.of(timer));
        }

        @Override
        public void completed(long invocation, Outcome outcome) {
            broke("its node completed invocation " + invocation + ", but it is no client");
        }

        @Override
        public synchronized void refused(String reason) {
            // Event loops may not wait: what cannot be told now is counted into the next.
            untold++;
            if (line.offer(new Report.Refused(untold, Payload.utf8(reason)))) {
                untold = 0;
            }
        }

        @Override
        public void broke(String complaint) {
            System.err.println(complaint);
            line.tellLast(new Report.Broke(Payload.utf8(complaint)));
            Runtime.getRuntime().halt(1);
        }
    }
}
