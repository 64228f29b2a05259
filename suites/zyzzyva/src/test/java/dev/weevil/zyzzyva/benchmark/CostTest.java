package dev.weevil.zyzzyva.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.cluster.Deployment;
import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Protocol;
import dev.weevil.engine.cluster.Settings;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Latency;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.run.Bounds;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.RunFailed;
import dev.weevil.engine.simulation.Simulation;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.engine.workload.KeyValueMix;
import dev.weevil.engine.workload.Workload;
import dev.weevil.zyzzyva.ZyzzyvaProtocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request costs a primary without faults, in operations: "2 + 3f/b MAC operations per request at
 * batch size b" (12.1), and two signatures and one per batch where messages are signed.
 */
class CostTest {

    private static final int OPERATIONS = 600;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 10", "2, 1", "2, 10"})
    void macsPerRequestAtThePrimaryAreTwoAndThreeFOverB(int faults, int batch) {
        Tally.Count count = primary(faults, batch, "MAC");

        assertThat(count.ordered()).isEqualTo(OPERATIONS);
        assertThat(count.macs()).isEqualTo(2 * count.ordered() + 3L * faults * count.batches());
        assertThat(count.signatures()).isZero();
        assertThat(count.upkeepMacs()).isPositive();
        assertThat(count.upkeepSignatures()).isPositive();
        sharesBatches(count, batch);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 10", "2, 10"})
    void signingCostsTwoPerRequestOnePerBatchAndAMacToTheClient(int faults, int batch) {
        Tally.Count count = primary(faults, batch, "SIGN");

        assertThat(count.signatures()).isEqualTo(2 * count.ordered() + count.batches());
        assertThat(count.macs()).isEqualTo(count.ordered());
        sharesBatches(count, batch);
    }

    @Test
    void delaysAreThreeFastFiveInTwoPhasesFourOptimisedAndSevenWithMacs() {
        List<Row> replicated = Rows.all().stream().filter(Row::replicated).toList();

        assertThat(replicated)
                .allSatisfy(row -> assertThat(Delays.of(row))
                        .as(row.name())
                        .isEqualTo(Claims.expectedDelays(row)));
        assertThat(replicated.stream().map(Claims::expectedDelays)).contains(3, 4, 5, 7);
    }

    private static void sharesBatches(Tally.Count count, int batch) {
        double mean = (double) count.ordered() / count.batches();
        assertThat(mean).isLessThanOrEqualTo(batch).isGreaterThan(batch == 1 ? 0.99 : 3);
    }

    private static Tally.Count primary(int faults, int batch, String auth) {
        Tallied system = new Tallied();
        Plan plan = new Plan(
                "cost",
                system,
                Membership.byzantine(faults, 30),
                Settings.NONE
                        .with("auth", auth)
                        .with("batch", batch)
                        .with("tCommit", 10_000)
                        .with("tStatus", 20),
                Scheme.SYMBOLIC,
                new Workload("key-value", OPERATIONS, Duration.ZERO, new KeyValueMix(5)),
                Attack.none(),
                new Seed(3),
                Bounds.DEFAULT);
        try {
            new Simulation(Latency.exactly(Duration.ofMillis(1))).run(plan, event -> {});
        } catch (RunFailed failed) {
            throw new AssertionError(failed);
        }
        return system.tallies.get(NodeId.replica(0)).count();
    }

    /** The protocol, its replicas counted. */
    private static final class Tallied implements Protocol {

        private final Protocol counted = new ZyzzyvaProtocol();
        private final Map<NodeId, Tally> tallies = new TreeMap<>();

        @Override
        public String name() {
            return counted.name();
        }

        @Override
        public LinkModel linkModel() {
            return counted.linkModel();
        }

        @Override
        public Deployment deploy(Membership membership, Settings settings) {
            Deployment deployment = counted.deploy(membership, settings);
            return new Deployment() {
                @Override
                public MessageFormat format() {
                    return deployment.format();
                }

                @Override
                public Node replica(Keyring keys) {
                    Tally tally = new Tally(deployment.replica(keys), keys, 128);
                    tallies.put(keys.owner(), tally);
                    return tally;
                }

                @Override
                public Node client(Keyring keys) {
                    return deployment.client(keys);
                }
            };
        }
    }
}
