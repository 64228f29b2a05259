package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Silence;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.network.Loss;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.View;
import dev.weevil.adversaries.script.When;
import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.ViewChange;

import java.time.Duration;
import java.util.List;

/** Section 17.5: when a view is left, and when the next is given up, scenarios 45 to 48. */
final class LeavingViews {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId R4 = NodeId.replica(4);
    private static final NodeId R5 = NodeId.replica(5);

    /** More than T_NEWVIEW with its jitter, less than twice as much. */
    private static final Duration ONE_AND_A_HALF = Duration.ofMillis(800);

    private LeavingViews() {}

    static List<Trial> trials() {
        return List.of(oneAccuser(), justEnoughAccusers(), muteNewPrimary(), cascade(), timers());
    }

    private static Trial oneAccuser() {
        return Trial.of(
                        45,
                        "One replica that accuses the primary, and repeats it for ever, changes no"
                                + " view; it goes on working in it, and answers as soon as it can (V2, V3,"
                                + " 15.17).")
                .asking(1, 40, (client, count, random) -> Ask.put("x", "v" + count))
                .thinking(Duration.ofMillis(50))
                .attackedBy(Unheard.ordersOf(0, R3).until(When.after(ONE_AND_A_HALF)))
                .expecting(
                        Views.accused(0).by(R3).exactly(1),
                        Views.accused(0).exactly(1),
                        Count.sent(IHateThePrimary.class).from(R3).to(R1).atLeast(5),
                        Count.sent(SpeculativeResponse.class).from(R3).inView(0).atLeast(20),
                        Count.completed().exactly(40),
                        Views.left(1).none(),
                        Count.view().none());
    }

    private static Trial justEnoughAccusers() {
        return Trial.of(
                        46,
                        "Two accusers are one correct one at least: they leave the view, and whoever"
                                + " never heard an accusation joins them for the two that every VIEW-CHANGE"
                                + " carries (V3, V4).")
                .asking(List.of(Ask.puts("x", 8)))
                .inStep()
                .attackedBy(Unheard.ordersOf(0, R1, R2)
                        .from(When.completed(3))
                        .then(Loss.all()
                                .named("unheard-accusations")
                                .on(Messages.of(IHateThePrimary.class))
                                .on(Link.to(R0, R3))))
                .expecting(
                        Views.accused(0).by(R1).exactly(1),
                        Views.accused(0).by(R2).exactly(1),
                        Views.accused(0).exactly(2),
                        Count.sent(ViewChange.class).from(R0).to(R1).atLeast(1),
                        Count.sent(ViewChange.class).from(R3).to(R1).atLeast(1),
                        Views.left(1).exactly(4),
                        Views.entered(1).exactly(4),
                        Count.completed().exactly(8),
                        Count.view().exactly(1));
    }

    private static Trial muteNewPrimary() {
        return Trial.of(
                        47,
                        "A new primary that says nothing is given up after T_NEWVIEW, and the view"
                                + " after its own has twice as long: it forms although its NEW-VIEW takes"
                                + " longer than the first would have waited (V7, V20).")
                .asking(List.of(Ask.puts("x", 8)))
                .inStep()
                .attackedBy(Silence.of(R1)
                        .then(Unheard.ordersOf(0, R2, R3).from(When.completed(3)))
                        .then(Delay.of(ONE_AND_A_HALF)
                                .on(Messages.of(NewView.class))
                                .on(View.of(2))))
                .expecting(
                        Views.gaveUp(1).between(2, 3),
                        Views.millisUntilGivenUp(1).between(490, 620),
                        Views.gaveUp(2).none(),
                        Views.entered(2).exactly(3),
                        Views.entered(1).none(),
                        Count.completed().exactly(8),
                        Count.view().exactly(2));
    }

    private static Trial cascade() {
        return Trial.of(
                        48,
                        "The primaries of views 0 and 1 are mute: both are given up, one after the"
                                + " other, and view 2 works (V7, f = 2).")
                .faults(2)
                .asking(List.of(Ask.puts("x", 12)))
                .live("tCommit", 15)
                .live("tRetrans", 500)
                .attackedBy(Silence.of(R0).then(Silence.of(R1)))
                .expecting(
                        Views.accused(0).atLeast(3),
                        Views.gaveUp(1).atLeast(1),
                        Views.entered(2).atLeast(5),
                        Views.entered(1).none(),
                        Count.completed().exactly(12));
    }

    private static Trial timers() {
        return Trial.of(
                        48,
                        "T_NEWVIEW doubles with the one view that failed, so that a slow NEW-VIEW of"
                                + " the next is in time; once that view has worked, the one after it is"
                                + " given up as early as the first was (V7, V20, f = 2).")
                .variant("timers")
                .faults(2)
                .asking(List.of(Ask.puts("x", 12)))
                .inStep()
                .attackedBy(Silence.of(R0)
                        .then(Silence.of(R1))
                        .then(Delay.of(ONE_AND_A_HALF)
                                .on(Messages.of(NewView.class))
                                .on(View.of(2)))
                        .then(Unheard.ordersOf(2, R3, R4, R5).from(When.completed(4)))
                        .then(Loss.all().on(Messages.of(NewView.class)).on(View.of(3))))
                .expecting(
                        Views.millisUntilGivenUp(1).between(490, 620),
                        Views.gaveUp(2).none(),
                        Views.entered(2).exactly(5),
                        Views.millisUntilGivenUp(3).between(490, 620),
                        Views.entered(3).none(),
                        Views.entered(4).exactly(5),
                        Count.completed().exactly(12),
                        Count.view().exactly(4));
    }
}
