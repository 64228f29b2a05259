package dev.weevil.engine.network;

import java.time.Duration;
import java.util.List;

/** What an adversary does. Every envelope it is shown ends in acts: none at all would lose it silently. */
public sealed interface Act {

    /**
     * Lets the envelope travel on, perhaps altered, after an additional delay.
     *
     * @param touches the rules that had a hand in it, in order; empty where none matched
     */
    record Deliver(Envelope envelope, Duration delay, List<Touch> touches) implements Act {
        public Deliver {
            touches = List.copyOf(touches);
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay must not be negative, found " + delay);
            }
        }
    }

    /** The envelope never arrives. */
    record Drop(Envelope envelope, List<Touch> touches) implements Act {
        public Drop {
            touches = List.copyOf(touches);
        }
    }

    /** The adversary keeps the envelope; delivering it later releases it. Never released, it is lost. */
    record Hold(Envelope envelope, List<Touch> touches) implements Act {
        public Hold {
            touches = List.copyOf(touches);
        }
    }

    /** A fault of a process, or an action of the system. */
    record Disturb(String rule, Disturbance disturbance) implements Act {}

    /** Asks for an {@link Observation.Woken} with this token after the delay. */
    record WakeMe(Duration after, String token) implements Act {}
}
