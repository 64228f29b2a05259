package dev.weevil.zyzzyva.viewchange;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Payload;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.LoggedItem;
import dev.weevil.zyzzyva.message.OrderedItem;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.proof.HistoryChain;
import dev.weevil.zyzzyva.settings.Quorums;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * G, what a new view begins with: the value rule of 9.4, in each of its readings.
 *
 * @param floor the latest checkpoint that any of the reports proves; everything below it is settled
 * @param floorDigest the digest of the history that ends there
 * @param proof what proves the floor; empty at the beginning
 * @param items what follows the floor, in order
 */
public record InitialHistory(
        long floor, Digest floorDigest, List<Checkpoint> proof, List<OrderedItem> items) {

    public InitialHistory {
        proof = List.copyOf(proof);
        items = List.copyOf(items);
    }

    /** The number it ends with: n0 of the view. */
    public long last() {
        return floor + items.size();
    }

    /** The digest it ends with: h0 of the view. */
    public Digest digest() {
        return items.isEmpty() ? floorDigest : items.get(items.size() - 1).history();
    }

    /** The digest at a number, where it is known. */
    public Optional<Digest> digestAt(long number) {
        if (number == floor) {
            return Optional.of(floorDigest);
        }
        return number > floor && number <= last()
                ? Optional.of(item(number).history())
                : Optional.empty();
    }

    /** The item of a number above the floor. */
    public OrderedItem item(long number) {
        return items.get(Math.toIntExact(number - floor - 1));
    }

    /**
     * The initial history that follows from a strong quorum of valid VIEW-CHANGE messages of distinct replicas.
     *
     * <p>Why the repaired rule is safe, in short (11.5): whatever completed in view u is held by a
     * correct sender of every quorum, and 2f+1 VIEW-CONFIRMs make it part of the base of the next view
     * that anybody can prove to have entered. So the newest provable view comes first and numbers are
     * compared inside it only; its base certificate covers its whole beginning; and only messages that
     * describe this very view may vouch for what no certificate covers.
     */
    public static InitialHistory compute(
            Rules rules, Quorums quorums, HistoryChain chain, List<ViewChange> reports) {
        Start start = Start.by(rules, reports);
        Draft draft = new Draft(chain, floor(reports));
        draft.upTo(start.place(), start.holder());
        draft.extend(start.witnesses(), quorums.carry());
        if (rules == Rules.PUBLISHED_TR) {
            long longest = reports.stream().mapToLong(ViewChange::last).max().orElse(0);
            draft.fill(longest);
        }
        return draft.done();
    }

    private static ViewChange floor(List<ViewChange> reports) {
        return reports.stream()
                .max(Comparator.comparingLong(ViewChange::stable))
                .orElseThrow(() -> new IllegalArgumentException("no reports"));
    }

    /** A history being put together above the floor. */
    private static final class Draft {

        private final HistoryChain chain;
        private final ViewChange floor;
        private final List<OrderedItem> items = new ArrayList<>();
        private Digest digest;

        Draft(HistoryChain chain, ViewChange floor) {
            this.chain = chain;
            this.floor = floor;
            this.digest = floor.stableHistory();
        }

        private long last() {
            return floor.stable() + items.size();
        }

        /** Takes what the holder has up to the place, unless a proven checkpoint contradicts it. */
        void upTo(Place place, Optional<ViewChange> holder) {
            if (holder.isEmpty()
                    || holder.get()
                            .historyAt(floor.stable())
                            .filter(digest::equals)
                            .isEmpty()
                    || holder.get()
                            .historyAt(place.number())
                            .filter(place.history()::equals)
                            .isEmpty()) {
                return;
            }
            while (last() < place.number()) {
                add(holder.get().logged(last() + 1).item());
            }
        }

        /** Adds item after item that enough witnesses hold next (V9: there is at most one). */
        void extend(List<ViewChange> witnesses, int enough) {
            Optional<OrderedItem> next = next(witnesses, enough);
            while (next.isPresent()) {
                add(next.get());
                next = next(witnesses, enough);
            }
        }

        private Optional<OrderedItem> next(List<ViewChange> witnesses, int enough) {
            long number = last() + 1;
            List<OrderedItem> candidates = witnesses.stream()
                    .filter(report -> report.logs(number))
                    .map(report -> report.logged(number))
                    .map(LoggedItem::item)
                    .filter(item -> chain.follows(digest, item))
                    .toList();
            return candidates.stream()
                    .filter(item -> candidates.stream().filter(item::sameOrder).count() >= enough)
                    .findFirst();
        }

        /** NULL requests up to the longest history anybody reported. */
        void fill(long longest) {
            while (last() < longest) {
                Digest history = chain.next(digest, Digest.ZERO, Payload.EMPTY);
                add(new OrderedItem(history, Digest.ZERO, Payload.EMPTY, Optional.empty()));
            }
        }

        private void add(OrderedItem item) {
            items.add(item);
            digest = item.history();
        }

        InitialHistory done() {
            return new InitialHistory(
                    floor.stable(), floor.stableHistory(), floor.checkpoints(), items);
        }
    }
}
