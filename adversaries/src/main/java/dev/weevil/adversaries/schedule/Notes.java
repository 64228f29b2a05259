package dev.weevil.adversaries.schedule;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.wire.MessageFormat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a schedule remembers of one run: at most one message for each note. For one thread. */
public final class Notes {

    private final List<Note<?>> wanted;
    private final Map<Note<?>, Message> taken = new HashMap<>();
    private Optional<MessageFormat> format = Optional.empty();

    Notes(List<Note<?>> wanted) {
        this.wanted = wanted;
    }

    /** The message of this note, if there has been one. */
    public <M extends Message> Optional<M> of(Note<M> note) {
        return Optional.ofNullable(taken.get(note)).map(note.type()::cast);
    }

    /**
     * The format of the messages that travel here.
     *
     * @throws IllegalStateException if nothing has been sent yet
     */
    public MessageFormat format() {
        return format.orElseThrow(
                () -> new IllegalStateException("nothing has been sent yet, so no format is known"
                        + " to say anything in: let the step begin when something is"));
    }

    void take(Envelope envelope) {
        Frame frame = envelope.frame();
        if (format.isEmpty()) {
            format = frame.format();
        }
        for (Note<?> note : wanted) {
            if ((note.latest() || !taken.containsKey(note)) && note.scope().covers(envelope)) {
                frame.message()
                        .filter(note.type()::isInstance)
                        .ifPresent(message -> taken.put(note, message));
            }
        }
    }
}
