package dev.weevil.engine.trace;

/** The word for each kind of event in a trace file. */
enum EventKind {
    SENT("sent", TraceEvent.Sent.class),
    DELIVERED("delivered", TraceEvent.Delivered.class),
    DROPPED("dropped", TraceEvent.Dropped.class),
    HELD("held", TraceEvent.Held.class),
    TIMER_FIRED("timer", TraceEvent.TimerFired.class),
    OBSERVED("observed", TraceEvent.Observed.class),
    INVOKED("invoked", TraceEvent.Invoked.class),
    COMPLETED("completed", TraceEvent.Completed.class),
    DISTURBED("disturbed", TraceEvent.Disturbed.class),
    LINK_CHANGED("link", TraceEvent.LinkChanged.class),
    PROCESS_CHANGED("process", TraceEvent.ProcessChanged.class),
    REFUSED("refused", TraceEvent.Refused.class),
    NOTED("noted", TraceEvent.Noted.class);

    private final String word;
    private final Class<? extends TraceEvent> type;

    EventKind(String word, Class<? extends TraceEvent> type) {
        this.word = word;
        this.type = type;
    }

    String word() {
        return word;
    }

    static EventKind of(TraceEvent event) {
        for (EventKind kind : values()) {
            if (kind.type == event.getClass()) {
                return kind;
            }
        }
        throw new AssertionError("no word for " + event.getClass().getSimpleName());
    }

    /** @throws IllegalArgumentException naming the word, if no kind has it */
    static EventKind named(String word) {
        for (EventKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "expected a kind of event such as sent, found '" + word + "'");
    }
}
