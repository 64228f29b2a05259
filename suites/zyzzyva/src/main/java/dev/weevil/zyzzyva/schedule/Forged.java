package dev.weevil.zyzzyva.schedule;

import dev.weevil.adversaries.schedule.Note;
import dev.weevil.adversaries.schedule.Notes;
import dev.weevil.adversaries.schedule.Play;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.service.KeyValueStore;

import java.util.List;
import java.util.Optional;

/** What liars of the schedules say that their code did not. */
final class Forged {

    private static final String SEAL = "seal";

    private Forged() {}

    /** An accusation without a reason. */
    static Play accusation(NodeId by, long view, NodeId... to) {
        return Play.say(
                by,
                "accuses the primary of view " + view + " without a reason",
                (notes, keys) -> {
                    IHateThePrimary bare = new IHateThePrimary(view, by, Seal.NONE);
                    return Optional.of(bare.withSeal(signature(bare, notes, keys)));
                },
                to);
    }

    /** The primary of view 0 gives a request number 1. */
    static Play firstOrder(NodeId by, Note<Request> request, NodeId... to) {
        return Play.say(
                by,
                "orders it at number 1",
                (notes, keys) -> notes.of(request).map(asked -> {
                    OrderRequest bare =
                            new OrderRequest(0, 1, List.of(firstItem(asked, notes)), Seal.NONE);
                    return bare.withSeal(signature(bare, notes, keys));
                }),
                to);
    }

    /** The request as the first of all histories. */
    static OrderedItem firstItem(Request request, Notes notes) {
        Digest digest = Digest.of(notes.format().covered(request, SEAL));
        Payload choice = KeyValueStore.choose(request.operation(), 0);
        Digest history = new HistoryChain(true).next(Digest.ZERO, digest, choice);
        return new OrderedItem(history, digest, choice, Optional.of(request));
    }

    /** The answer that another replica gave a client, given in one's own name. */
    static Play echo(NodeId by, Note<SpeculativeResponse> answer, NodeId client) {
        return Play.say(
                by,
                "gives the same answer",
                (notes, keys) -> notes.of(answer).map(heard -> {
                    Statement bare = new Statement(heard.core(), by, Seal.NONE);
                    SpeculativeResponse unsealed = new SpeculativeResponse(
                            bare.withSeal(signature(bare, notes, keys)),
                            heard.result(),
                            heard.order(),
                            heard.maxCommitted(),
                            Seal.NONE);
                    return unsealed.withSeal(keys.authenticate(
                            notes.format().covered(unsealed, SEAL), List.of(client)));
                }),
                client);
    }

    /** The LOCAL-COMMIT that another replica sent, in one's own name and for another view. */
    static Play localCommit(NodeId by, Note<LocalCommit> commit, long view, NodeId client) {
        return Play.say(
                by,
                "acknowledges it in view " + view,
                (notes, keys) -> notes.of(commit).map(heard -> {
                    LocalCommit bare = new LocalCommit(
                            view,
                            heard.request(),
                            heard.history(),
                            by,
                            heard.client(),
                            heard.sequence(),
                            Seal.NONE);
                    return bare.withSeal(signature(bare, notes, keys));
                }),
                client);
    }

    private static Seal signature(Record bare, Notes notes, Keyring keys) {
        return keys.sign(notes.format().covered(bare, SEAL));
    }
}
