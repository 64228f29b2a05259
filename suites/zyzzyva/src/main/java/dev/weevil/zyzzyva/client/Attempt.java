package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.message.ProofOfMisbehavior;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.proof.Contradiction;
import dev.weevil.zyzzyva.service.Operations;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Timeouts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One request on its way to completion (6.1 and 6.6, C1 to C12). */
final class Attempt {

    /** Names the fact that the client accepted a reply after this history (I1), and by which case. */
    static final String COMPLETED_AFTER = "completed-after";

    /** Names the fact that a replica answered otherwise than the completion. */
    static final String DEVIATED = "deviated";

    private static final Timer T_COMMIT = Timer.named("T_COMMIT");
    private static final Timer T_RETRANS = Timer.named("T_RETRANS");
    private static final Timer T_REPLY = Timer.named("T_REPLY");
    private static final Timer T_COMMIT_RESEND = Timer.named("T_COMMIT_RESEND");

    /** How the request completed: in which view, with which result. */
    record Completion(long view, Payload result) {}

    private final Surroundings all;
    private final Quorums quorums;
    private final Invocation invocation;
    private final Digest digest;
    private final Answers answers;
    private final long firstView;
    private Request request;
    private Optional<CommitCertificate> certificate = Optional.empty();
    private Optional<Completion> completion = Optional.empty();
    private boolean mayCommit;
    private boolean askedForSignatures;
    private boolean waitsForResult;
    private int tries;
    private long provenGuilty = -1;

    /** @throws IllegalArgumentException if the service has no such operation */
    Attempt(Surroundings all, Invocation invocation, long timestamp, long view) {
        this.all = all;
        this.quorums = all.settings().quorums();
        this.invocation = invocation;
        this.firstView = view;
        this.answers = new Answers(quorums);
        Request unsealed = new Request(
                Operations.encode(invocation),
                timestamp,
                all.seals().self(),
                false,
                false,
                false,
                (int) (timestamp % quorums.all()),
                Seal.NONE);
        this.digest = all.seals().digest(unsealed);
        this.request = unsealed.withSeal(all.seals().seal(unsealed, all.replicas()));
    }

    Invocation invocation() {
        return invocation;
    }

    Optional<Completion> completion() {
        return completion;
    }

    /** C1, C2. */
    void begin() {
        if (request.operation().length() > all.settings().sizes().bigRequest()) {
            send(all.replicas(), request);
        } else {
            send(List.of(quorums.primary(firstView)), request);
        }
        start(T_COMMIT, all.settings().timeouts().commit());
        start(T_RETRANS, all.settings().timeouts().retransmission());
    }

    boolean concerns(SpeculativeResponse response) {
        ResponseCore core = response.core();
        return core.client().equals(request.client()) && core.timestamp() == request.timestamp();
    }

    boolean concerns(LocalCommit commit) {
        return commit.request().equals(digest);
    }

    void onResponse(NodeId sender, SpeculativeResponse response) {
        Optional<String> complaint = all.check().complaint(response, digest);
        if (complaint.isPresent()) {
            refuse(sender, response, complaint.get());
            return;
        }
        response.order().ifPresent(this::compareOrders);
        answers.add(response)
                .ifPresent(before -> observe(Fact.of(
                        Fact.ACCUSED,
                        response.view(),
                        response.sequence(),
                        response.statement().replica() + ": two responses to one request")));
        judge(response.view());
        finishCommitted();
    }

    /** C12: two orders of one primary that cannot both be honest. */
    private void compareOrders(OrderRequest order) {
        if (!all.seals().signing() || provenGuilty >= order.view()) {
            return; // M5: a client can prove nothing by MACs
        }
        Optional<OrderRequest> other = answers.otherOrder(order);
        if (other.isPresent()
                && Contradiction.between(other.get(), order, all.chain()).isPresent()
                && all.seals().proves(order)
                && all.seals().proves(other.get())) {
            provenGuilty = order.view();
            ProofOfMisbehavior unsealed = new ProofOfMisbehavior(
                    order.view(), other.get(), order, request.client(), Seal.NONE);
            send(all.replicas(), unsealed.withSeal(all.seals().seal(unsealed, all.replicas())));
        }
    }

    /** C3, C4, C7. */
    private void judge(long view) {
        List<SpeculativeResponse> best = answers.best(view);
        if (completion.isPresent() || best.size() < quorums.strong()) {
            return;
        }
        if (best.size() >= quorums.fast()) {
            Optional<Payload> result = best.stream()
                    .flatMap(response -> response.result().stream())
                    .findFirst();
            if (result.isPresent()) {
                complete("4a", best.get(0).core(), result.get());
            } else {
                awaitResult();
            }
        } else if (mayCommit && quorums.commitPhase()) {
            commit(best);
        }
    }

    private void commit(List<SpeculativeResponse> matching) {
        long view = matching.get(0).view();
        if (certificate.isPresent() && certificate.get().view() >= view) {
            return;
        }
        Optional<CommitCertificate> built = answers.certificate(matching);
        if (built.isPresent()) {
            certificate = built;
            sendCommit();
        } else if (!askedForSignatures) {
            askedForSignatures = true;
            sign();
            send(all.replicas(), request.again(true, request.replier()));
        }
    }

    /** C4, C5. */
    private void sendCommit() {
        certificate.ifPresent(found -> {
            send(all.replicas(), new Commit(request.client(), found));
            start(T_COMMIT_RESEND, all.settings().timeouts().commitResend());
        });
    }

    void onLocalCommit(NodeId sender, LocalCommit message) {
        Optional<String> complaint = all.check().complaint(message, request, digest);
        if (complaint.isPresent()) {
            refuse(sender, message, complaint.get());
            return;
        }
        answers.add(message);
        finishCommitted();
    }

    /** C6. */
    private void finishCommitted() {
        Optional<LocalCommit> committed =
                completion.isPresent() ? Optional.empty() : answers.committed();
        if (committed.isEmpty()) {
            return;
        }
        Optional<Payload> result = answers.result(committed.get());
        if (result.isPresent()) {
            LocalCommit commit = committed.get();
            complete(
                    "4b",
                    new ResponseCore(
                            commit.view(),
                            commit.sequence(),
                            commit.history(),
                            Digest.of(result.get()),
                            request.client(),
                            request.timestamp()),
                    result.get());
        } else {
            awaitResult();
        }
    }

    /** WAIT_BODY: committed, but whoever was to send the result has not. */
    private void awaitResult() {
        if (!waitsForResult) {
            waitsForResult = true;
            askAgain();
            start(T_REPLY, all.settings().timeouts().reply());
        }
    }

    private void complete(String how, ResponseCore core, Payload result) {
        completion = Optional.of(new Completion(core.view(), result));
        observe(new Fact(Fact.COMPLETED, core.view(), core.sequence(), digest, how));
        observe(new Fact(COMPLETED_AFTER, core.view(), core.sequence(), core.history(), how));
        for (SpeculativeResponse response : answers.inView(core.view())) {
            if (!response.core().equals(core)) {
                observe(new Fact(
                        DEVIATED,
                        core.view(),
                        response.sequence(),
                        response.core().history(),
                        response.statement().replica() + " answered otherwise"));
            }
        }
    }

    void onTimer(Timer timer) {
        if (timer.equals(T_COMMIT)) {
            mayCommit = true;
            answers.views().forEach(this::judge);
        } else if (timer.equals(T_RETRANS)) {
            askAgain(); // C9
            start(T_RETRANS, Timeouts.doubled(all.settings().timeouts().retransmission(), tries));
        } else if (timer.equals(T_REPLY)) {
            askAgain();
            start(T_REPLY, all.settings().timeouts().reply());
        } else if (timer.equals(T_COMMIT_RESEND)) {
            sendCommit();
        } else {
            throw new IllegalArgumentException(request.client() + " has no timer " + timer);
        }
    }

    /** The signed request to everybody, its result from somebody else. */
    private void askAgain() {
        tries++;
        sign();
        int replier = (int) ((request.timestamp() + tries) % quorums.all());
        send(all.replicas(), request.again(askedForSignatures, replier));
    }

    /** A request that is sent again must convince those whose MAC was bad (15.1). */
    private void sign() {
        if (!(request.seal() instanceof Seal.Signature)) {
            request = request.withSeal(all.seals().signature(request));
        }
    }

    void stopTimers() {
        for (Timer timer : List.of(T_COMMIT, T_RETRANS)) {
            all.effects().add(new Effect.StopTimer(timer));
        }
        if (waitsForResult) {
            all.effects().add(new Effect.StopTimer(T_REPLY));
        }
        if (certificate.isPresent()) {
            all.effects().add(new Effect.StopTimer(T_COMMIT_RESEND));
        }
    }

    private void send(List<NodeId> to, Message message) {
        all.effects().add(new Effect.Send(to, message));
    }

    private void start(Timer timer, Duration delay) {
        all.effects().add(new Effect.StartTimer(timer, delay));
    }

    private void observe(Fact fact) {
        all.effects().add(new Effect.Observed(fact));
    }

    private void refuse(NodeId sender, Message message, String why) {
        observe(Fact.of(
                Fact.REFUSED,
                message.view(),
                message.sequence(),
                message.getClass().getSimpleName() + " from " + sender + ": " + why));
    }
}
