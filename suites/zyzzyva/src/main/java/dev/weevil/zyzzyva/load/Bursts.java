package dev.weevil.zyzzyva.load;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Conduct;
import dev.weevil.adversaries.script.Hand;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.OrderRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A corrupted node that sends what it likes, again and again, from the first order it is shown. */
final class Bursts implements Conduct {

    /** What is said, to whom. */
    interface Script {

        /**
         * One message of a burst.
         *
         * @param view the view in which orders were seen last
         * @param number how many messages there were before, in all bursts
         */
        Message message(Hand hand, MessageFormat format, long view, long number);

        /** Whom it is said to. */
        List<NodeId> receivers(Hand hand, long view);
    }

    /** How much, how often. */
    record Pace(int messages, Duration every) {}

    private final NodeId sender;
    private final Pace pace;
    private final Script script;
    private final Hand hand;
    private MessageFormat format;
    private long view;
    private long number;

    private Bursts(NodeId sender, Pace pace, Script script, Hand hand) {
        this.sender = sender;
        this.pace = pace;
        this.script = script;
        this.hand = hand;
    }

    /** @param words what it does, up to "when there are messages" */
    static Rule of(String name, String words, NodeId sender, Pace pace, Script script) {
        Behaviour behaviour = own -> new Bursts(sender, pace, script, own);
        return Rule.of(
                name,
                words + ", once it sees messages",
                Set.of(sender),
                Messages.of(OrderRequest.class),
                behaviour);
    }

    @Override
    public List<Act> on(Envelope envelope, long nanos) {
        view = Math.max(view, envelope.label().view());
        if (format != null) {
            return List.of(hand.pass(envelope));
        }
        format = envelope.frame().format().orElseThrow();
        return List.of(hand.pass(envelope), hand.wake(pace.every(), sender.toString()));
    }

    @Override
    public List<Act> woken(String token, long nanos) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < pace.messages(); i++) {
            Frame frame = Frame.of(script.message(hand, format, view, number), format);
            number++;
            for (NodeId receiver : script.receivers(hand, view)) {
                acts.add(hand.inject(
                        Endpoint.of(sender), Endpoint.of(receiver), frame, Duration.ZERO));
            }
        }
        acts.add(hand.wake(pace.every(), token));
        return acts;
    }
}
