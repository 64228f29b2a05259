package dev.weevil.zyzzyva.replica;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Payload;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Nothing leaves a replica before what it relies on would survive a restart (5.1). One write is under
 * way at a time; what is decided meanwhile goes into the next, so that many messages share a write.
 */
final class Durability {

    /** What is looked at to see whether there is anything new to write. */
    private record Mark(
            long view,
            long promised,
            long entered,
            long stable,
            long last,
            Digest history,
            long covered,
            long confirmed) {}

    private final Core core;
    private final Disk disk;

    /** What is on the disk, or on its way there. */
    private Mark written;

    private boolean writing;
    private long writes;

    /** Messages that leave when the write under way is done. */
    private List<Effect> covered = new ArrayList<>();

    /** Messages that rely on more than the write under way. */
    private List<Effect> waiting = new ArrayList<>();

    Durability(Core core) {
        this.core = core;
        this.disk = new Disk(core);
        this.written = mark();
    }

    private Mark mark() {
        return new Mark(
                core.views.target(),
                core.views.promised(),
                core.views.entered(),
                core.history.stable(),
                core.history.last(),
                core.history.digest(),
                core.commitment.covered(),
                core.newViews.confirmed());
    }

    /** Goes on where an earlier life of this replica ended, if its disk holds one. */
    void begin(SortedMap<String, Payload> contents) {
        if (core.settings.durable()) {
            disk.restore(contents);
            written = mark();
        }
    }

    /** Holds back the messages among the effects of an event until they may leave. */
    List<Effect> guard(List<Effect> effects) {
        if (!core.settings.durable() || (!writing && mark().equals(written))) {
            return effects;
        }
        List<Effect> now = new ArrayList<>();
        List<Effect> later =
                writing && waiting.isEmpty() && mark().equals(written) ? covered : waiting;
        for (Effect effect : effects) {
            (effect instanceof Effect.Send ? later : now).add(effect);
        }
        if (!writing) {
            write(now);
        }
        return now;
    }

    private void write(List<Effect> effects) {
        writing = true;
        written = mark();
        covered = waiting;
        waiting = new ArrayList<>();
        for (Disk.Content content : disk.contents()) {
            writes++;
            effects.add(new Effect.Persist(writes, content.name(), content.bytes()));
        }
    }

    /** A write is done: what relied on it leaves. */
    List<Effect> persisted(long write) {
        if (write < writes) {
            return List.of(); // the first of two that belong together
        }
        writing = false;
        List<Effect> effects = new ArrayList<>(covered);
        covered = new ArrayList<>();
        if (!mark().equals(written)) {
            write(effects);
        } else {
            effects.addAll(waiting);
            waiting = new ArrayList<>();
        }
        return effects;
    }
}
