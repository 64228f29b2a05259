package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.StateFetch;
import dev.weevil.zyzzyva.message.StateMeta;
import dev.weevil.zyzzyva.message.StatePage;
import dev.weevil.zyzzyva.proof.CheckpointProof;
import dev.weevil.zyzzyva.service.KeyValueStore;
import dev.weevil.zyzzyva.service.Snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking over the state of a proven checkpoint, page by page (8.4, T1 to T6). */
final class Transfer {

    private static final Timer T_STATE = Timer.named("T_STATE");

    /** The store's pages, and the client table. */
    private static final int PAGES = KeyValueStore.PAGES + 1;

    private final Core core;
    private final CheckpointProof check;

    /** The checkpoint to go for, proven. */
    private Optional<List<Checkpoint>> wanted = Optional.empty();

    /** Whether it is being fetched, or might still be reached by ordinary means. */
    private boolean fetching;

    private Optional<StateMeta> meta = Optional.empty();

    /** Pages by digest: a later checkpoint shares most of them. */
    private final Map<Digest, Payload> pages = new HashMap<>();

    private int attempts;
    private NodeId provider;

    Transfer(Core core) {
        this.core = core;
        this.check = new CheckpointProof(core.settings.rules(), core.quorums, core.seals);
        this.provider = core.self;
    }

    /** G6: others are ahead. What is on its way may still arrive; if not, the state is fetched. */
    void behind(List<Checkpoint> proof) {
        if (!better(proof)) {
            return;
        }
        if (wanted.isEmpty()) {
            core.out.start(T_STATE, core.settings.timeouts().fill());
        }
        wanted = Optional.of(proof);
        if (core.views.normal()) {
            core.holes.missingUpTo(numberOf(proof));
        }
    }

    /** T1: the state at this checkpoint is needed. */
    void begin(List<Checkpoint> proof) {
        boolean same = wanted.filter(old -> numberOf(old) >= numberOf(proof)).isPresent();
        if (!same) {
            wanted = Optional.of(proof);
        }
        if (!fetching) {
            fetching = true;
            ask();
        }
    }

    private boolean better(List<Checkpoint> proof) {
        return wanted.isEmpty() || numberOf(proof) > numberOf(wanted.get());
    }

    private static long numberOf(List<Checkpoint> proof) {
        return proof.get(0).sequence();
    }

    /** T2. */
    private void ask() {
        List<NodeId> others =
                core.out.others().stream().filter(core.quorums::executes).toList();
        provider = others.get((core.self.index() + attempts) % others.size());
        attempts++;
        meta = Optional.empty();
        core.out.send(provider, new StateFetch(numberOf(wanted.get()), StateFetch.META, core.self));
        core.out.start(T_STATE, core.settings.timeouts().fill());
    }

    boolean onTimer(Timer timer) {
        if (!timer.equals(T_STATE)) {
            return false;
        }
        if (wanted.isPresent()) {
            if (!fetching && core.execution.last() >= numberOf(wanted.get())) {
                wanted = Optional.empty(); // caught up by ordinary means
            } else {
                fetching = true;
                ask();
            }
        }
        return true;
    }

    /** Answers with the own stable checkpoint, if it is the one asked for or a later one. */
    void onStateFetch(NodeId sender, StateFetch message) {
        Savepoint stable = core.checkpoints.stable();
        if (!core.quorums.isReplica(message.replica())
                || message.replica().equals(core.self)
                || message.page() < StateFetch.META
                || message.page() >= PAGES) {
            core.out.refuse(sender, message, "no page for a replica");
        } else if (!core.role.executes()) {
            core.out.refuse(sender, message, "a witness has no state to give");
        } else if (message.page() == StateFetch.META) {
            if (stable.number() > 0 && stable.number() >= message.sequence()) {
                core.out.send(
                        message.replica(),
                        new StateMeta(stable.number(), core.checkpoints.proof(), stable.pages()));
            }
        } else if (stable.number() == message.sequence()) {
            core.out.send(
                    message.replica(),
                    new StatePage(stable.number(), message.page(), stable.page(message.page())));
        }
    }

    /** T3. */
    void onStateMeta(NodeId sender, StateMeta message) {
        if (!fetching || meta.isPresent()) {
            return;
        }
        boolean good = message.sequence() >= numberOf(wanted.get())
                && message.pages().size() == PAGES
                && check.valid(message.sequence(), message.proof())
                && core.role.stateDigest().of(message.pages()).equals(check.state(message.proof()));
        if (!good) {
            core.out.refuse(
                    sender,
                    message,
                    "not a proven checkpoint from " + numberOf(wanted.get()) + " on");
            return;
        }
        meta = Optional.of(message);
        wanted = Optional.of(message.proof());
        pages.keySet().retainAll(message.pages());
        takeOwnPages();
        fetchPages();
        installWhenComplete();
    }

    /** T4: pages that have not changed need not travel. */
    private void takeOwnPages() {
        Savepoint own = core.application.save(core.history.last(), core.history.digest());
        for (int i = 0; i < PAGES; i++) {
            if (own.pages().get(i).equals(meta.get().pages().get(i))) {
                pages.put(own.pages().get(i), own.page(i));
            }
        }
    }

    private void fetchPages() {
        for (int i = 0; i < PAGES; i++) {
            if (needs(i) && !pages.containsKey(meta.get().pages().get(i))) {
                core.out.send(provider, new StateFetch(meta.get().sequence(), i, core.self));
            }
        }
    }

    /** A witness needs to know of the clients, and nothing of the store (12.2). */
    private boolean needs(int page) {
        return core.role.executes() || page == PAGES - 1;
    }

    void onStatePage(NodeId sender, StatePage message) {
        if (meta.isEmpty() || message.sequence() != meta.get().sequence()) {
            return;
        }
        Digest digest = Digest.of(message.content());
        boolean good = message.page() >= 0
                && message.page() < PAGES
                && meta.get().pages().get(message.page()).equals(digest);
        if (!good) {
            core.out.refuse(sender, message, "not the page that was proven");
            if (sender.equals(provider)) {
                ask(); // somebody else; the good pages are kept
            }
            return;
        }
        pages.put(digest, message.content());
        installWhenComplete();
    }

    /** How many things are kept here (I14). */
    int held() {
        return pages.size();
    }

    /** T5. */
    private void installWhenComplete() {
        StateMeta complete = meta.orElseThrow();
        for (int i = 0; i < PAGES; i++) {
            if (needs(i) && !pages.containsKey(complete.pages().get(i))) {
                return;
            }
        }
        Optional<Savepoint> savepoint = assemble(complete);
        List<Checkpoint> proof = complete.proof();
        pages.clear();
        meta = Optional.empty();
        wanted = Optional.empty();
        fetching = false;
        core.out.stop(T_STATE);
        // T6: an own checkpoint that became stable meanwhile is never undone.
        if (savepoint.isPresent() && complete.sequence() > core.history.stable()) {
            install(savepoint.get(), proof);
        }
    }

    private Optional<Savepoint> assemble(StateMeta complete) {
        Payload clients = pages.get(complete.pages().get(PAGES - 1));
        Optional<ClientTable> table = TableFormat.decode(clients, core.settings.clients());
        Optional<Snapshot> store = core.role.executes()
                ? store(complete)
                : Optional.of(new KeyValueStore().snapshot());
        if (store.isEmpty() || table.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Savepoint.of(
                core.role,
                complete.sequence(),
                complete.proof().get(0).history(),
                store.get(),
                table.get()));
    }

    private Optional<Snapshot> store(StateMeta complete) {
        List<Payload> contents = new ArrayList<>();
        complete.pages()
                .subList(0, KeyValueStore.PAGES)
                .forEach(digest -> contents.add(pages.get(digest)));
        return Snapshot.of(contents);
    }

    private void install(Savepoint savepoint, List<Checkpoint> proof) {
        core.reconciliation.replace(savepoint);
        core.out.observe(
                Facts.TRANSFERRED, core.views.target(), savepoint.number(), check.state(proof));
        core.checkpoints.settle(savepoint, proof);
        core.requests.forgetExecuted();
        core.acceptance.forgetTaken();
        if (core.views.normal()) {
            core.execution.resume();
            core.acceptance.resume();
        } else {
            core.newViews.reconcile();
        }
    }
}
