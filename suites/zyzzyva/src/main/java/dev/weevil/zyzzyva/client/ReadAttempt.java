package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.LocalCommit;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.SpeculativeResponse;
import dev.weevil.zyzzyva.service.Operations;

import java.util.List;
import java.util.Optional;

/**
 * A read that every replica answers from its present state, without a number of its own (12.5). What
 * replicas say while they execute different requests may never match: then the read is ordered.
 *
 * <p>It is complete by (a) as many matching answers as the fast path needs: every correct replica has
 * that state, and will keep it through any view change; or by (b) 2f+1 that have committed what they
 * read: one of them is among those through which any earlier request completed.
 */
final class ReadAttempt implements Attempt {

    private final Surroundings all;
    private final Invocation invocation;
    private final Asking asking;
    private final Answers answers;
    private Optional<Completion> completion = Optional.empty();
    private boolean failed;

    ReadAttempt(Surroundings all, Invocation invocation, long timestamp) {
        this.all = all;
        this.invocation = invocation;
        this.asking = new Asking(
                all,
                new Request(
                        Operations.encode(invocation),
                        timestamp,
                        all.self(),
                        true,
                        false,
                        false,
                        Asking.replier(timestamp, 0, all.quorums),
                        Seal.NONE));
        this.answers = new Answers(all.quorums);
    }

    @Override
    public Invocation invocation() {
        return invocation;
    }

    /** C2. */
    @Override
    public void begin() {
        asking.everybody();
        all.start(T_RETRANS, all.settings.timeouts().retransmission());
    }

    @Override
    public boolean concerns(SpeculativeResponse response) {
        ResponseCore core = response.core();
        return core.client().equals(all.self())
                && core.timestamp() == asking.request().timestamp();
    }

    @Override
    public void onResponse(NodeId sender, SpeculativeResponse response) {
        Optional<String> complaint = all.check.complaintAboutRead(response, asking.digest());
        if (complaint.isPresent()) {
            all.refuse(sender, response, complaint.get());
            return;
        }
        answers.add(response)
                .ifPresent(before -> all.observe(Fact.of(
                        Fact.ACCUSED,
                        response.view(),
                        response.sequence(),
                        response.statement().replica() + ": two answers to one read")));
        judge(response.view());
    }

    private void judge(long view) {
        List<SpeculativeResponse> best = answers.best(view);
        Optional<SpeculativeResponse> believed = answers.believed(best);
        if (believed.isPresent() && best.size() >= all.quorums.fast()) {
            complete("12.5a", believed.get());
        } else if (believed.isPresent() && Answers.committed(best) >= all.quorums.strong()) {
            complete("12.5b", believed.get());
        } else {
            failed = answers.replicas() == all.quorums.all();
        }
    }

    private void complete(String how, SpeculativeResponse believed) {
        Payload result = believed.result().orElseThrow();
        completion = Optional.of(new Completion(how, believed.core(), result));
        completion.get().reportRead(all);
    }

    /** Nothing to be learnt: reads have no commit phase. */
    @Override
    public void onLateResponse(SpeculativeResponse response) {}

    @Override
    public boolean concerns(LocalCommit commit) {
        return false;
    }

    @Override
    public void onLocalCommit(NodeId sender, LocalCommit message) {
        throw new IllegalArgumentException(all.self() + " has nothing to commit for " + invocation);
    }

    @Override
    public void onTimer(Timer timer) {
        if (!timer.equals(T_RETRANS)) {
            throw new IllegalArgumentException(all.self() + " has no timer " + timer);
        }
        failed = true;
    }

    @Override
    public Optional<Completion> completion() {
        return completion;
    }

    @Override
    public boolean failed() {
        return failed && completion.isEmpty();
    }

    @Override
    public void stopTimers() {
        all.stop(T_RETRANS);
    }
}
