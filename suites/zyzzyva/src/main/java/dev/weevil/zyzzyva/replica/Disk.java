package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Damaged;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.RecordFormat;
import dev.weevil.zyzzyva.memory.KeptState;
import dev.weevil.zyzzyva.memory.KeptView;
import dev.weevil.zyzzyva.memory.Memory;
import dev.weevil.zyzzyva.memory.Standpoint;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.NewView;
import dev.weevil.zyzzyva.message.OrderRequest;
import dev.weevil.zyzzyva.service.KeyValueStore;
import dev.weevil.zyzzyva.service.Snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is on a replica's disk: its standpoint, and the state it stands on. A new state is written under
 * a name of its own before the standpoint that needs it, and only then is the old one replaced.
 */
final class Disk {

    private static final String STANDPOINT = "standpoint";
    private static final String VIEW = "view";
    private static final List<String> STATES = List.of("state-a", "state-b");

    private final Core core;
    private final RecordFormat format;

    /** The checkpoint whose state is on the disk, and under which of the two names. */
    private long kept;

    private int place;

    /** The view whose beginning is on the disk. */
    private long begun;

    Disk(Core core) {
        this.core = core;
        this.format = new RecordFormat(Memory.class, core.settings.cluster());
    }

    /** A file to be replaced. */
    record Content(String name, Payload bytes) {}

    /** What has to be written now, in order. */
    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        Savepoint stable = core.checkpoints.stable();
        if (stable.number() != kept) {
            kept = stable.number();
            place = 1 - place;
            contents.add(new Content(STATES.get(place), format.encode(state(stable))));
        }
        Optional<NewView> proposal = core.newViews.proposal();
        if (proposal.isPresent() && proposal.get().view() != begun) {
            begun = proposal.get().view();
            contents.add(new Content(VIEW, format.encode(new KeptView(proposal.get()))));
        }
        contents.add(new Content(STANDPOINT, format.encode(standpoint())));
        return contents;
    }

    private static KeptState state(Savepoint savepoint) {
        List<Payload> pages = new ArrayList<>();
        for (int i = 0; i < savepoint.pages().size(); i++) {
            pages.add(savepoint.page(i));
        }
        return new KeptState(savepoint.number(), savepoint.history(), pages);
    }

    private Standpoint standpoint() {
        List<Entry> entries = core.history.above(core.history.stable());
        return new Standpoint(
                core.views.target(),
                core.views.promised(),
                core.views.entered(),
                core.history.stable(),
                core.checkpoints.proof(),
                core.newViews.base(),
                core.commitment.highest(),
                entries.stream()
                        .map(entry -> new LoggedItem(entry.view(), entry.item()))
                        .toList(),
                entries.stream()
                        .flatMap(entry -> entry.order().stream())
                        .distinct()
                        .toList(),
                core.newViews.own(),
                core.viewChanges.ofTarget());
    }

    /**
     * Takes up what is written; nothing where nothing is.
     *
     * @throws Damaged if the disk holds something else: to begin anew would break
     *     promises
     */
    void restore(SortedMap<String, Payload> contents) {
        if (contents.containsKey(STANDPOINT)) {
            Standpoint standpoint = read(contents, STANDPOINT, Standpoint.class);
            if (standpoint.stable() > 0) {
                restoreState(contents, standpoint);
            }
            restoreLog(standpoint);
            core.views.restore(standpoint.view(), standpoint.promised(), standpoint.entered());
            core.newViews.restore(
                    beginning(contents, standpoint), standpoint.base(), standpoint.confirmed());
            core.commitment.restore(standpoint.certificate(), standpoint.base());
            standpoint.report().ifPresent(core.viewChanges::restore);
            core.out.observe(
                    Facts.RESTORED,
                    core.views.target(),
                    core.history.last(),
                    core.history.digest());
        }
    }

    /** The NEW-VIEW of the view it works in; one of a view it had only confirmed must come again. */
    private Optional<NewView> beginning(
            SortedMap<String, Payload> contents, Standpoint standpoint) {
        if (!contents.containsKey(VIEW)) {
            return Optional.empty();
        }
        NewView proposal = read(contents, VIEW, KeptView.class).proposal();
        begun = proposal.view();
        return Optional.of(proposal).filter(kept -> kept.view() == standpoint.entered());
    }

    private void restoreState(SortedMap<String, Payload> contents, Standpoint standpoint) {
        for (int i = 0; i < STATES.size(); i++) {
            if (contents.containsKey(STATES.get(i))) {
                KeptState state = read(contents, STATES.get(i), KeptState.class);
                if (state.sequence() == standpoint.stable()) {
                    place = i;
                    kept = state.sequence();
                    take(state, standpoint);
                    return;
                }
            }
        }
        throw damaged("the state at " + standpoint.stable(), "none");
    }

    private void take(KeptState state, Standpoint standpoint) {
        int pages = KeyValueStore.PAGES;
        boolean complete =
                state.pages().size() == pages + 1 && !standpoint.proof().isEmpty();
        Optional<Snapshot> store =
                complete ? Snapshot.of(state.pages().subList(0, pages)) : Optional.empty();
        Optional<ClientTable> table = complete
                ? TableFormat.decode(state.pages().get(pages), core.settings.clients())
                : Optional.empty();
        if (store.isEmpty() || table.isEmpty()) {
            throw damaged("the pages of the state at " + state.sequence(), "others");
        }
        Savepoint savepoint = Savepoint.of(
                core.role, state.sequence(), state.history(), store.get(), table.get());
        Digest proven = core.checkpoints.stateOf(standpoint.proof());
        if (core.role.executes() && !savepoint.digest().equals(proven)) {
            throw damaged(
                    "a state with digest " + proven.brief(), savepoint.digest().brief());
        }
        core.history = new History(savepoint.number(), savepoint.history());
        core.execution.restore(savepoint);
        core.checkpoints.settle(savepoint, standpoint.proof());
    }

    private void restoreLog(Standpoint standpoint) {
        Map<Long, OrderRequest> orders = new HashMap<>();
        for (OrderRequest order : standpoint.orders()) {
            for (long n = order.first(); n <= order.last(); n++) {
                orders.put(n, order);
            }
        }
        for (LoggedItem logged : standpoint.log()) {
            long number = core.history.last() + 1;
            Digest expected = core.chain.next(
                    core.history.digest(),
                    logged.item().request(),
                    logged.item().nondeterminism());
            if (!expected.equals(logged.item().history())) {
                throw damaged(
                        "history " + expected.brief() + " at " + number,
                        logged.item().history().brief());
            }
            Entry entry = new Entry(
                    number, logged.view(), logged.item(), Optional.ofNullable(orders.get(number)));
            core.history.append(entry);
            core.execution.again(entry);
            core.checkpoints.remember(entry);
        }
    }

    private <M extends Memory> M read(
            SortedMap<String, Payload> contents, String name, Class<M> type) {
        try {
            return type.cast(format.decode(contents.get(name)));
        } catch (Malformed | ClassCastException e) {
            throw damaged("a " + type.getSimpleName() + " in '" + name + "'", e.getMessage());
        }
    }

    private Damaged damaged(String expected, String found) {
        return new Damaged(
                core.self + ": its disk is damaged: expected " + expected + ", found " + found);
    }
}
