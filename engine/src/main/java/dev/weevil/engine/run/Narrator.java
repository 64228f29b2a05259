package dev.weevil.engine.run;

import dev.weevil.engine.trace.Trace;

import java.util.List;

/** An oracle that can tell how a violation it found came about, in the words of its system. */
public interface Narrator extends Oracle {

    /**
     * What happened, one sentence after the other, each made from what the trace holds. Messages are
     * called by their numbers, {@code m118}.
     *
     * @return nothing, where the trace does not show how
     */
    List<String> story(Trace trace);
}
