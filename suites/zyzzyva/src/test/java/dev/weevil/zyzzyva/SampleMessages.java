package dev.weevil.zyzzyva;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Body;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.ConfirmRequest;
import dev.weevil.zyzzyva.message.Doubt;
import dev.weevil.zyzzyva.message.FetchBody;
import dev.weevil.zyzzyva.message.FillHole;
import dev.weevil.zyzzyva.message.IHateThePrimary;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderLog;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.message.StateFetch;
import dev.weevil.zyzzyva.message.StateMeta;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.message.Status;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;
import dev.weevil.zyzzyva.message.ZyzzyvaMessage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One message of every kind at least: drives codec round trips, dispatch and fuzzing. */
final class SampleMessages {

    private static final NodeId R1 = NodeId.replica(1);
    private static final NodeId C0 = NodeId.client(0);
    private static final Seal SIGNATURE = new Seal.Signature(Payload.utf8("signed"));
    private static final Seal MACS =
            new Seal.Macs(new TreeMap<>(Map.of(R1, Payload.utf8("m1"), C0, Payload.utf8("m0"))));
    private static final Digest D = Digest.of(Payload.utf8("d"));
    private static final Digest H = Digest.of(Payload.utf8("h"));

    private static final Request REQUEST =
            new Request(Payload.utf8("op"), 7, C0, false, true, false, 2, SIGNATURE);
    private static final OrderedItem ITEM =
            new OrderedItem(H, D, Payload.EMPTY, Optional.of(REQUEST));
    private static final Statement STATEMENT =
            new Statement(new ResponseCore(3, 41, H, D, C0, 7), R1, SIGNATURE);
    private static final CommitCertificate CERTIFICATE =
            new CommitCertificate(3, 41, H, List.of(STATEMENT, STATEMENT, STATEMENT));

    private SampleMessages() {}

    static List<ZyzzyvaMessage> all() {
        return Stream.of(agreement(), checkpoints(), viewChange())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ZyzzyvaMessage> agreement() {
        OrderRequest order = new OrderRequest(3, 41, List.of(ITEM, ITEM.withoutBody()), MACS);
        return List.of(
                REQUEST,
                order,
                new OrderRequest(0, 1, List.of(), Seal.NONE),
                new OrderRequest(3, 41, true, List.of(ITEM), SIGNATURE),
                new SpeculativeResponse(
                        STATEMENT,
                        Optional.of(Payload.utf8("r")),
                        Optional.of(order.header()),
                        40,
                        MACS),
                new SpeculativeResponse(
                        STATEMENT, Optional.empty(), Optional.empty(), 0, Seal.NONE),
                new Commit(C0, CERTIFICATE),
                new LocalCommit(3, D, H, R1, C0, 41, SIGNATURE),
                new FillHole(3, 5, 9, R1, MACS),
                new ConfirmRequest(3, REQUEST, R1, SIGNATURE),
                new FetchBody(D, R1),
                new Body(REQUEST),
                new ProofOfMisbehavior(3, order, order, C0, Seal.NONE),
                new OrderLog(3, List.of(order), R1, MACS),
                new Doubt(3, 41, D, R1, MACS));
    }

    private static List<ZyzzyvaMessage> checkpoints() {
        Checkpoint checkpoint = checkpoint();
        return List.of(
                new CheckpointVote(STATEMENT),
                new CheckpointVote(STATEMENT, true),
                checkpoint,
                new Status(3, 4, 40, 41, R1, MACS),
                new StateFetch(40, StateFetch.META, R1),
                new StateMeta(40, List.of(checkpoint), List.of(D, H)),
                new StatePage(40, 3, Payload.utf8("page")));
    }

    private static List<ZyzzyvaMessage> viewChange() {
        IHateThePrimary accusation = new IHateThePrimary(3, R1, SIGNATURE);
        ViewConfirm confirm = new ViewConfirm(3, 40, H, R1, SIGNATURE);
        ViewChange report = new ViewChange(
                4,
                3,
                40,
                List.of(checkpoint()),
                List.of(confirm),
                Optional.of(CERTIFICATE),
                List.of(new LoggedItem(3, ITEM)),
                List.of(accusation),
                R1,
                SIGNATURE);
        return List.of(
                accusation,
                report,
                bareViewChange(),
                new NewView(4, List.of(report, report), 41, H, SIGNATURE),
                confirm);
    }

    private static Checkpoint checkpoint() {
        return new Checkpoint(3, 40, H, D, R1, SIGNATURE);
    }

    private static ViewChange bareViewChange() {
        return new ViewChange(
                1,
                0,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                R1,
                Seal.NONE);
    }
}
