package dev.weevil.zyzzyva.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Scheme;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** A processor that takes time: answers leave when it is done, and what waits has its turn. */
class BusyNodeTest {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId C0 = NodeId.client(0);
    private static final NodeId C1 = NodeId.client(1);
    private static final Timer DONE = Timer.named("processor");
    private static final Costs COSTS = new Costs(10, 1, 100, 1_000);

    private final Keyring keys =
            Scheme.SYMBOLIC.keys(new Seed(1), List.of(R0, C0, C1)).of(R0);

    private record Word(int number) implements Message {}

    /** Signs every word and sends it back. */
    private final Node signing = event -> {
        if (event instanceof Event.Arrived arrived) {
            var unused = keys.sign(Payload.EMPTY);
            return List.of(new Effect.Send(arrived.sender(), arrived.message()));
        }
        return List.of();
    };

    @Test
    void anAnswerLeavesWhenItsWorkIsDone() {
        BusyNode node = new BusyNode(signing, keys, COSTS, Inbox.Queueing.SHARED);

        List<Effect> begun = node.on(new Event.Arrived(0, C0, new Word(1)));
        List<Effect> done = node.on(new Event.TimerFired(120, DONE));

        // One message in, one out, one signature.
        assertThat(begun).containsExactly(new Effect.StartTimer(DONE, Duration.ofNanos(120)));
        assertThat(done).containsExactly(new Effect.Send(C0, new Word(1)));
    }

    @Test
    void oneQueueServesAFloodFirst() {
        assertThat(served(Inbox.Queueing.SHARED)).isEqualTo(6);
    }

    @Test
    void queuesInTurnDoNot() {
        assertThat(served(Inbox.Queueing.PER_SENDER)).isEqualTo(3);
    }

    /** How many turns it takes until the one word behind another's five is answered. */
    private int served(Inbox.Queueing queueing) {
        BusyNode node = new BusyNode(signing, keys, COSTS, queueing);
        for (int i = 0; i < 5; i++) {
            node.on(new Event.Arrived(0, C0, new Word(i)));
        }
        node.on(new Event.Arrived(0, C1, new Word(9)));
        for (int turn = 1; turn < 9; turn++) {
            List<Effect> effects = node.on(new Event.TimerFired(turn, DONE));
            if (effects.contains(new Effect.Send(C1, new Word(9)))) {
                return turn;
            }
        }
        return 0;
    }
}
