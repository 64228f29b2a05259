package dev.weevil.reports.timeline;

import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.reports.evidence.Journey;
import dev.weevil.reports.evidence.Span;
import dev.weevil.reports.evidence.TimedOperation;
import dev.weevil.reports.evidence.Wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the content as columns: dictionary, lanes, frames, messages, operations, marks, times. */
final class Encoding {

    /** Of the layout; the script refuses any other. */
    static final int VERSION = 1;

    private static final List<Touch.Kind> TOUCHES = List.of(Touch.Kind.values());

    private final Dictionary dictionary = new Dictionary();
    private final Frames frames = new Frames(dictionary);

    private Encoding() {}

    static byte[] of(Content content) {
        return new Encoding().encode(content);
    }

    private byte[] encode(Content content) {
        Pack lanes = new Pack();
        content.lanes().writeTo(lanes, dictionary);
        Pack rows = new Pack();
        new Table<>(TOUCHES, rows).column(dictionary::number);
        messages(content, rows);
        operations(content, rows);
        marks(content.marks(), rows);
        times(content, rows);
        Pack all = new Pack();
        all.unsigned(VERSION);
        dictionary.writeTo(all);
        all.append(lanes);
        frames.writeTo(all);
        all.append(rows);
        return all.toByteArray();
    }

    private void messages(Content content, Pack out) {
        Lanes lanes = content.lanes();
        Map<Journey, Integer> forks = Forks.of(content.journeys());
        new Table<>(content.journeys(), out)
                .column(j -> j.envelope().id())
                .column(Journey::sentNanos)
                .column(j -> j.endNanos() - j.sentNanos())
                .column(j -> lanes.of(j.envelope().from()))
                .column(j -> lanes.of(j.to()))
                .column(j -> dictionary.number(j.envelope().label().type()))
                .column(j -> j.envelope().label().view())
                .column(j -> j.envelope().label().sequence())
                .column(j -> j.envelope().label().occurrence())
                .column(Journey::cause)
                .column(j -> dictionary.number(j.fate()))
                .column(Encoding::flags)
                .column(j -> dictionary.number(touches(j)))
                .column(j -> frames.number(j.envelope().frame()))
                .column(j -> j.altered().map(frames::number).orElse(-1))
                .column(j -> forks.getOrDefault(j, 0));
    }

    /** A bit per kind of touch, in the order in which the columns begin. */
    private static long flags(Journey journey) {
        long flags = 0;
        for (Touch touch : journey.touches()) {
            flags |= 1L << TOUCHES.indexOf(touch.kind());
        }
        return flags;
    }

    private static String touches(Journey journey) {
        return journey.touches().stream()
                .map(touch -> touch.rule() + " " + touch.kind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void operations(Content content, Pack out) {
        Lanes lanes = content.lanes();
        new Table<>(content.operations(), out)
                .column(TimedOperation::number)
                .column(o -> lanes.of(Endpoint.of(o.client())))
                .column(TimedOperation::invokedNanos)
                .column(o -> o.outcome().isEmpty() ? -1 : o.returnedNanos() - o.invokedNanos())
                .column(o -> dictionary.number(o.ending()))
                .column(o -> content.conflict().operations().contains(o) ? 1 : 0)
                .column(o -> dictionary.number(o.invocation().function()))
                .column(o -> dictionary.number(
                        o.invocation().key().map(Wording::value).orElse("")))
                .column(o -> dictionary.number(o.inWords()))
                .column(o -> dictionary.number(
                        o.outcome().map(outcome -> outcome.note()).orElse("")));
    }

    private void marks(List<Mark> marks, Pack out) {
        new Table<>(marks, out)
                .column(Mark::nanos)
                .column(mark -> dictionary.number(mark.kind()))
                .column(Mark::lane)
                .column(Mark::target)
                .column(mark -> dictionary.number(mark.name()))
                .column(mark -> mark.fact().view())
                .column(mark -> mark.fact().sequence())
                .column(mark -> dictionary.number(mark.digest()))
                .column(mark -> dictionary.number(mark.fact().detail()));
    }

    private static void times(Content content, Pack out) {
        Span violation = content.conflict().span().orElse(new Span(0, 0));
        out.column(new long[] {
            content.end(),
            content.shown().fromNanos(),
            content.shown().toNanos(),
            violation.fromNanos(),
            violation.toNanos(),
            content.conflict().sequence().orElse(-1L)
        });
    }
}
