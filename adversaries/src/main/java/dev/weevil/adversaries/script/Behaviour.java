package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Envelope;

import java.util.List;

/**
 * What a rule does with the envelopes it is about. Immutable: what one run needs to remember is its
 * {@link Conduct}.
 */
@FunctionalInterface
public interface Behaviour {

    /** The rule at the beginning of a run. */
    Conduct begin(Hand hand);

    /** The everyday case: each envelope becomes its deliveries, whatever came before. */
    static Behaviour each(Treatment treatment) {
        return hand -> (envelope, nanos) -> treatment.of(envelope, hand);
    }

    /** What becomes of one envelope. */
    @FunctionalInterface
    interface Treatment {

        /**
         * The acts, made by the hand: none of them loses the envelope silently, so that a rule that
         * wants it lost says {@link Hand#drop}.
         */
        List<Act> of(Envelope envelope, Hand hand);
    }
}
