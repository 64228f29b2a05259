package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.proof.Seals;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.ZyzzyvaSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What outlives a single request, and the effects of the event at hand in the order asked for. */
final class Surroundings {

    final ZyzzyvaSettings settings;
    final Quorums quorums;
    final Seals seals;
    final HistoryChain chain;
    final ResponseCheck check;
    final List<NodeId> replicas;
    final Patience patience;

    /** The client's clock at the event at hand. */
    long nanos;

    private List<Effect> effects = new ArrayList<>();

    Surroundings(ZyzzyvaSettings settings, Seals seals) {
        this.settings = settings;
        this.quorums = settings.quorums();
        this.seals = seals;
        this.chain = new HistoryChain(settings.historyCoversNd());
        this.check = new ResponseCheck(quorums, seals);
        this.replicas =
                IntStream.range(0, quorums.all()).mapToObj(NodeId::replica).toList();
        this.patience = new Patience(this);
    }

    NodeId self() {
        return seals.self();
    }

    void send(NodeId to, Message message) {
        effects.add(new Effect.Send(List.of(to), message));
    }

    void sendAll(Message message) {
        effects.add(new Effect.Send(replicas, message));
    }

    void start(Timer timer, Duration delay) {
        effects.add(new Effect.StartTimer(timer, delay));
    }

    void stop(Timer timer) {
        effects.add(new Effect.StopTimer(timer));
    }

    void complete(Effect.Complete completion) {
        effects.add(completion);
    }

    void persist(Effect.Persist content) {
        effects.add(content);
    }

    void observe(Fact fact) {
        effects.add(new Effect.Observed(fact));
    }

    void refuse(NodeId sender, Message message, String why) {
        observe(Fact.of(
                Fact.REFUSED,
                message.view(),
                message.sequence(),
                message.getClass().getSimpleName() + " from " + sender + ": " + why));
    }

    /** Hands over what was asked for since the last call. */
    List<Effect> drain() {
        List<Effect> drained = effects;
        effects = new ArrayList<>();
        return drained;
    }
}
