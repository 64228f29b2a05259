package dev.weevil.adversaries.schedule;

import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.NodeId;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step of a schedule does. What it withholds and where it lies lasts until a later step
 * {@link #end}s it; what it has somebody say is said once, as the step begins. Where an envelope is
 * both withheld and lied in, it is withheld.
 *
 * <p>Immutable. Give a play a name in your code to end it later.
 */
public sealed interface Play {

    /** The network loses these messages. */
    static Play withhold(Scope messages) {
        return new Withhold(messages, false);
    }

    /** The network keeps these messages, and delivers them, in their order, when the play ends. */
    static Play keep(Scope messages) {
        return new Withhold(messages, true);
    }

    /**
     * The corrupted senders of these messages say something else, under seals of their own.
     *
     * @param words what follows the sender in a sentence: {@code claims to have seen nothing}
     */
    static <M extends Message> Play lie(Class<M> type, Scope of, String words, Edit<M> edit) {
        return new Lie<>(type, of, words, edit);
    }

    /**
     * A corrupted node says what its code did not, once.
     *
     * @param words what follows the speaker in a sentence: {@code accuses the primary of view 1}
     */
    static Play say(NodeId speaker, String words, Speech speech, NodeId... to) {
        return new Say(speaker, words, speech, Arrays.asList(to));
    }

    /** This play of an earlier step is over. */
    static Play end(Play earlier) {
        return new End(earlier);
    }

    /** In words, for the report; empty for what is told elsewhere. */
    String inWords();

    /** Makes a lie of the truth. */
    @FunctionalInterface
    interface Edit<M extends Message> {

        /** What to say instead, its seals as they were; the truth itself where there is no lie to tell. */
        M of(M truth, Notes notes);
    }

    /** Makes a message up. */
    @FunctionalInterface
    interface Speech {

        /**
         * What to say; empty for nothing.
         *
         * @param keys the speaker's own: whatever it seals otherwise proves nothing
         */
        Optional<Message> from(Notes notes, Keyring keys);
    }

    /** See {@link Play#withhold} and {@link Play#keep}. */
    record Withhold(Scope scope, boolean kept) implements Play {

        public Withhold {
            Objects.requireNonNull(scope, "scope");
        }

        @Override
        public String inWords() {
            return ((kept ? "keeps messages " : "withholds messages ") + scope.inWords()).strip();
        }
    }

    /** See {@link Play#lie}. */
    record Lie<M extends Message>(Class<M> type, Scope scope, String words, Edit<M> edit)
            implements Play {

        public Lie {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(edit, "edit");
        }

        @Override
        public String inWords() {
            return "the sender " + words + " in messages " + scope.inWords();
        }
    }

    /** See {@link Play#say}. */
    record Say(NodeId speaker, String words, Speech speech, List<NodeId> to) implements Play {

        public Say {
            Objects.requireNonNull(speaker, "speaker");
            Objects.requireNonNull(speech, "speech");
            to = List.copyOf(to);
        }

        @Override
        public String inWords() {
            return speaker + " " + words + " to " + to;
        }
    }

    /** See {@link Play#end}. */
    record End(Play earlier) implements Play {

        public End {
            Objects.requireNonNull(earlier, "earlier");
        }

        @Override
        public String inWords() {
            return "";
        }
    }
}
