package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
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
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Timeouts;

import java.util.List;
import java.util.Optional;

/** One request on its way to completion (6.1 and 6.6, C1 to C12). */
final class OrderedAttempt implements Attempt {

    private static final Timer T_COMMIT = Timer.named("T_COMMIT");
    private static final Timer T_REPLY = Timer.named("T_REPLY");

    private final Surroundings all;
    private final Quorums quorums;
    private final Invocation invocation;
    private final long firstView;
    private final Asking asking;
    private final Answers answers;
    private final Suspicion suspicion;
    private final CommitPhase commitPhase;
    private final Course course;
    private Optional<Completion> completion = Optional.empty();
    private boolean mayCommit;
    private boolean waitsForResult;

    /** @throws IllegalArgumentException if the service has no such operation */
    OrderedAttempt(Surroundings all, Invocation invocation, long timestamp, long view) {
        this.all = all;
        this.quorums = all.quorums;
        this.invocation = invocation;
        this.firstView = view;
        this.asking = new Asking(
                all,
                new Request(
                        Operations.encode(invocation),
                        timestamp,
                        all.self(),
                        false,
                        all.patience.commitFirst(),
                        false,
                        firstReplier(timestamp, view),
                        Seal.NONE));
        this.answers = new Answers(quorums);
        this.suspicion = new Suspicion(all, answers);
        this.commitPhase = new CommitPhase(all, asking, answers);
        this.course = new Course();
    }

    /** 12.7: whoever gets no order unless somebody asks again is no one to wait for. */
    private int firstReplier(long timestamp, long view) {
        if (!all.settings.optimizations().preferredQuorums()) {
            return Asking.replier(timestamp, 0, quorums);
        }
        List<NodeId> preferred =
                quorums.preferred(view).stream().filter(quorums::executes).toList();
        return preferred.get((int) (timestamp % preferred.size())).index();
    }

    @Override
    public Invocation invocation() {
        return invocation;
    }

    @Override
    public Optional<Completion> completion() {
        return completion;
    }

    /** C1. */
    @Override
    public void begin() {
        asking.first(firstView);
        if (!all.patience.adaptive()) {
            all.start(T_COMMIT, all.patience.delay());
        }
        all.start(T_RETRANS, all.settings.timeouts().retransmission());
    }

    @Override
    public boolean concerns(SpeculativeResponse response) {
        ResponseCore core = response.core();
        return core.client().equals(all.self())
                && core.timestamp() == asking.request().timestamp();
    }

    @Override
    public boolean concerns(LocalCommit commit) {
        return commit.request().equals(asking.digest());
    }

    @Override
    public void onResponse(NodeId sender, SpeculativeResponse response) {
        Optional<String> complaint = all.check.complaint(response, asking.digest());
        if (complaint.isPresent()) {
            all.refuse(sender, response, complaint.get());
            return;
        }
        response.order().ifPresent(suspicion::compare);
        answers.add(response)
                .ifPresent(before -> all.observe(Fact.of(
                        Fact.ACCUSED,
                        response.view(),
                        response.sequence(),
                        response.statement().replica() + ": two responses to one request")));
        judge(response.view());
        finishCommitted();
    }

    /** C3, C4, C7, C8. With 5f+1 replicas whatever could be committed is complete. */
    private void judge(long view) {
        List<SpeculativeResponse> best = answers.best(view);
        if (completion.isPresent() || best.size() < quorums.strong()) {
            return;
        }
        boolean news = course.reachEnough(all.nanos);
        if (best.size() >= quorums.fast()) {
            course.reachEverybody(all.nanos);
            complete("4a", best);
        } else if (Answers.committed(best) >= quorums.strong()) {
            complete("C8", best);
        } else if (mayCommit || all.patience.eager()) {
            commit(best);
        } else if (news && all.patience.adaptive()) {
            all.start(T_COMMIT, all.patience.delay());
        }
    }

    private void commit(List<SpeculativeResponse> best) {
        course.reachCommitting(all.nanos);
        commitPhase.enter(best);
    }

    private void complete(String how, List<SpeculativeResponse> matching) {
        Optional<SpeculativeResponse> believed = answers.believed(matching);
        complete(
                how,
                believed.orElse(matching.get(0)).core(),
                believed.flatMap(SpeculativeResponse::result));
    }

    /** It only tells whether its sender is back (12.8). */
    @Override
    public void onLateResponse(SpeculativeResponse response) {
        boolean useful = asking.request().commitOptimized()
                && course.everybody().isEmpty()
                && all.check.complaint(response, asking.digest()).isEmpty();
        if (useful) {
            answers.add(response);
            if (answers.best(response.view()).size() >= quorums.fast()) {
                course.reachEverybody(all.nanos);
                all.patience.learnLate(course);
            }
        }
    }

    @Override
    public void onLocalCommit(NodeId sender, LocalCommit message) {
        Optional<String> complaint =
                all.check.complaint(message, asking.request(), asking.digest());
        if (complaint.isPresent()) {
            all.refuse(sender, message, complaint.get());
            return;
        }
        answers.add(message);
        finishCommitted();
    }

    /** C6. */
    private void finishCommitted() {
        Optional<LocalCommit> found =
                completion.isPresent() ? Optional.empty() : answers.committed();
        if (found.isPresent()) {
            LocalCommit commit = found.get();
            Optional<Payload> result = answers.result(commit);
            ResponseCore core = new ResponseCore(
                    commit.view(),
                    commit.sequence(),
                    commit.history(),
                    result.map(Digest::of).orElse(Digest.ZERO),
                    all.self(),
                    asking.request().timestamp());
            complete("4b", core, result);
        }
    }

    /** WAIT_BODY: decided, but whoever was to send the result may not have. */
    private void complete(String how, ResponseCore core, Optional<Payload> result) {
        if (result.isPresent()) {
            completion = Optional.of(new Completion(how, core, result.get()));
            completion.get().report(all, asking.digest(), answers.inView(core.view()));
            all.patience.learn(course, asking.request().commitOptimized());
        } else if (!waitsForResult) {
            waitsForResult = true;
            asking.again();
            all.start(T_REPLY, all.settings.timeouts().reply());
        }
    }

    @Override
    public void onTimer(Timer timer) {
        if (timer.equals(T_COMMIT)) {
            mayCommit = true;
            answers.views().forEach(this::judge);
        } else if (timer.equals(T_RETRANS)) {
            asking.again(); // C9
            all.start(
                    T_RETRANS,
                    Timeouts.doubled(all.settings.timeouts().retransmission(), asking.tries()));
        } else if (timer.equals(T_REPLY)) {
            asking.again();
            all.start(T_REPLY, all.settings.timeouts().reply());
        } else if (timer.equals(CommitPhase.T_COMMIT_RESEND)) {
            commitPhase.send();
        } else {
            throw new IllegalArgumentException(all.self() + " has no timer " + timer);
        }
    }

    /** C10: a client never gives up. */
    @Override
    public boolean failed() {
        return false;
    }

    @Override
    public void stopTimers() {
        all.stop(T_COMMIT);
        all.stop(T_RETRANS);
        if (waitsForResult) {
            all.stop(T_REPLY);
        }
        commitPhase.stop();
    }
}
