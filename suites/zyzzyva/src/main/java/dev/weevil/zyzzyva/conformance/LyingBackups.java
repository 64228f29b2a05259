package dev.weevil.zyzzyva.conformance;

import dev.weevil.adversaries.byzantine.Lie;
import dev.weevil.adversaries.network.Delay;
import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Link;
import dev.weevil.adversaries.script.Messages;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Section 17.2: backups that answer otherwise than the others; scenarios 14 to 16. */
final class LyingBackups {

    private static final NodeId R0 = NodeId.replica(0);
    private static final NodeId R2 = NodeId.replica(2);
    private static final NodeId R3 = NodeId.replica(3);
    private static final NodeId C0 = NodeId.client(0);
    private static final Digest OTHER = Digest.of(Payload.utf8("other"));

    private LyingBackups() {}

    static List<Trial> trials() {
        return List.of(
                wrongResult(),
                wrongPlace("history", core -> at(core, core.sequence(), OTHER)),
                wrongPlace("number", core -> at(core, core.sequence() + 1, core.history())),
                wrongPlaceBesideTheOrder(),
                twoAnswersTheLieFirst(),
                twoAnswersTheTruthFirst());
    }

    private static ResponseCore at(ResponseCore core, long number, Digest history) {
        return new ResponseCore(
                core.view(), number, history, core.reply(), core.client(), core.timestamp());
    }

    private static ResponseCore withReply(ResponseCore core, Digest reply) {
        return new ResponseCore(
                core.view(),
                core.sequence(),
                core.history(),
                reply,
                core.client(),
                core.timestamp());
    }

    private static SpeculativeResponse telling(
            SpeculativeResponse truth,
            ResponseCore core,
            Optional<Payload> result,
            Optional<OrderRequest> order) {
        Statement told = new Statement(
                core, truth.statement().replica(), truth.statement().seal());
        return new SpeculativeResponse(told, result, order, truth.maxCommitted(), truth.seal());
    }

    private static SpeculativeResponse falseResult(SpeculativeResponse truth) {
        Payload lie = Payload.utf8("lie");
        return telling(
                truth, withReply(truth.core(), Digest.of(lie)), Optional.of(lie), truth.order());
    }

    private static Trial outvoted(int number, String claim, Rule lie) {
        return Trial.of(number, claim)
                .inStep()
                .asking(1, 5, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(lie)
                .expecting(
                        Count.completed("4b").exactly(5),
                        Count.sent(LocalCommit.class).from(R0).exactly(5),
                        Count.view().none());
    }

    private static Trial wrongResult() {
        return outvoted(
                        14,
                        "A backup that states a false result is outvoted by the three others, and"
                                + " named by the client (C4).",
                        Lie.by(R3).in(SpeculativeResponse.class, LyingBackups::falseResult))
                .expecting(Count.told("deviated").by(C0).saying("r3").exactly(5));
    }

    /** Without the order that contradicts it, the lie is a matter of voting. */
    private static Trial wrongPlace(String variant, UnaryOperator<ResponseCore> lie) {
        return outvoted(
                        15,
                        "A backup that states a false " + variant + " is outvoted by the three"
                                + " others, and named by the client (C4).",
                        Lie.by(R3)
                                .in(
                                        SpeculativeResponse.class,
                                        truth -> telling(
                                                truth,
                                                lie.apply(truth.core()),
                                                truth.result(),
                                                Optional.empty())))
                .variant(variant)
                .expecting(Count.told("deviated").by(C0).saying("r3").exactly(5));
    }

    private static Trial wrongPlaceBesideTheOrder() {
        return outvoted(
                        15,
                        "A backup that states a history other than that of the order it quotes is"
                                + " not counted at all, and named by the client (6.6).",
                        Lie.by(R3)
                                .in(
                                        SpeculativeResponse.class,
                                        truth -> telling(
                                                truth,
                                                at(truth.core(), truth.sequence(), OTHER),
                                                truth.result(),
                                                truth.order())))
                .variant("beside-the-order")
                .expecting(
                        Count.told(Fact.REFUSED)
                                .by(C0)
                                .saying("from r3: an order that misfits")
                                .exactly(5),
                        Count.told("deviated").none());
    }

    private static Rule twoAnswers(boolean lieFirst) {
        Behaviour twice = Behaviour.each((envelope, hand) -> {
            Act truth = hand.pass(envelope);
            Act lie = hand.alter(envelope, falseResult(answer(envelope)));
            return lieFirst ? List.of(lie, truth) : List.of(truth, lie);
        });
        return Rule.of(
                "two-answers-r3",
                "adds a lie to messages",
                Set.of(R3),
                Messages.of(SpeculativeResponse.class).and(Link.from(R3)),
                twice);
    }

    private static SpeculativeResponse answer(Envelope envelope) {
        return (SpeculativeResponse) envelope.frame().message().orElseThrow();
    }

    private static Tellings namedForTwoAnswers() {
        return Count.told(Fact.ACCUSED).by(C0).saying("r3: two responses to one request");
    }

    private static Trial twoAnswersTheLieFirst() {
        return outvoted(
                        16,
                        "Of two answers that a backup signs the first counts, here the lie, which"
                                + " is outvoted; the client names the backup (6.6).",
                        twoAnswers(true))
                .variant("lie-first")
                .expecting(
                        namedForTwoAnswers().exactly(5),
                        Count.told("deviated").by(C0).saying("r3").exactly(5));
    }

    /** Another backup is a little later, so that the client sees both. */
    private static Trial twoAnswersTheTruthFirst() {
        return Trial.of(
                        16,
                        "Of two answers that a backup signs the first counts, here the truth: the"
                                + " fast path holds, and the client names the backup (6.6).")
                .variant("truth-first")
                .inStep()
                .asking(1, 5, (client, count, random) -> Ask.put("x", "v" + count))
                .attackedBy(twoAnswers(false)
                        .then(Delay.of(Duration.ofMillis(2))
                                .on(Link.from(R2))
                                .on(Messages.of(SpeculativeResponse.class))))
                .expecting(
                        Count.completed("4a").exactly(5),
                        namedForTwoAnswers().exactly(5),
                        Count.told("deviated").none(),
                        Count.view().none());
    }
}
