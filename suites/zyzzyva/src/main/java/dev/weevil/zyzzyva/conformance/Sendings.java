package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;

import java.util.function.Predicate;

/** Counts messages of one type on their way: {@code Count.sent(FillHole.class).from(R2).to(R0)}. */
record Sendings(Class<? extends Message> type, String words, Predicate<Envelope> which)
        implements Count {

    static Sendings of(Class<? extends Message> type) {
        return new Sendings(type, type.getSimpleName(), envelope -> true);
    }

    Sendings from(NodeId sender) {
        return only("from " + sender, envelope -> envelope.from().node().equals(sender));
    }

    Sendings to(NodeId receiver) {
        return only("to " + receiver, envelope -> envelope.to().node().equals(receiver));
    }

    Sendings inView(long view) {
        return only("in view " + view, envelope -> envelope.label().view() == view);
    }

    /**
     * Those whose content is so.
     *
     * @param how for the table: {@code of 5..6}
     */
    <M extends Message> Sendings where(String how, Class<M> known, Predicate<M> content) {
        return only(
                how,
                envelope -> envelope.frame()
                        .message()
                        .filter(known::isInstance)
                        .map(known::cast)
                        .filter(content)
                        .isPresent());
    }

    private Sendings only(String how, Predicate<Envelope> more) {
        return new Sendings(type, words + " " + how, which.and(more));
    }

    @Override
    public long in(Transcript run) {
        return run.sent(type).filter(which).count();
    }
}
