package dev.weevil.zyzzyva.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.run.Mode;
import dev.weevil.engine.run.Plan;
import dev.weevil.engine.run.PlannedPowers;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/** Whatever comes along a link, the attacks of this suite do not stumble over it. */
class HostileFramesTest {

    private static final RecordFormat FORMAT = new RecordFormat(ZyzzyvaMessage.class, 1);
    private static final int HEADER_BYTES = 26;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lying-backup",
                "equivocating-primary",
                "lossy-links",
                "colluding-majority",
                "colluding-majority-demoted"
            })
    void framesWithoutAShapePassOrAreDropped(String name) {
        Plan plan = Played.named(name).plan(Mode.SIMULATED, new Seed(1));
        Adversary adversary = plan.attack()
                .begin(new PlannedPowers(
                        plan, plan.scheme().keys(new Seed(1), plan.membership().nodes())));
        SplittableRandom random = new SplittableRandom(11);
        List<NodeId> nodes = plan.membership().nodes();

        for (long number = 1; number <= 5_000; number++) {
            Frame frame = Frame.of(hostile(random), FORMAT);
            Envelope envelope = new Envelope(
                    number,
                    Endpoint.of(nodes.get(random.nextInt(nodes.size()))),
                    Endpoint.of(nodes.get(random.nextInt(nodes.size()))),
                    frame.label(),
                    frame);

            List<Act> acts = adversary.on(new Observation.Sent(number, envelope));

            assertThat(acts).isNotEmpty();
            assertThat(acts.get(0))
                    .isInstanceOfAny(Act.Deliver.class, Act.Drop.class, Act.Hold.class);
        }
    }

    /** Half of them with a header that is in order. */
    private static Payload hostile(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(120)];
        random.nextBytes(bytes);
        if (random.nextBoolean() && bytes.length >= HEADER_BYTES) {
            bytes[0] = (byte) random.nextInt(1, 12);
            bytes[1] = 1;
            for (int i = 2; i < 10; i++) {
                bytes[i] = (byte) (i == 9 ? 1 : 0);
            }
            for (int i = 10; i < 18; i++) {
                bytes[i] = 0;
            }
        }
        return Payload.wrap(bytes);
    }
}
