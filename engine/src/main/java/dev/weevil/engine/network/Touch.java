package dev.weevil.engine.network;

/**
 * What one rule did to one envelope; reports count these, and a run without any that bites is vacuous.
 *
 * @param rule the rule's name, unique in its attack
 */
public record Touch(String rule, Kind kind) {

    /** In order of harm. */
    public enum Kind {
        /** The rule looked at it and let it pass as it was. */
        MATCHED(false),
        ALTERED(true),
        DROPPED(true),
        DELAYED(true),
        DUPLICATED(true),
        /** Kept back until released. */
        HELD(true),
        RELEASED(true),
        /** Sent by the adversary on its own account. */
        INJECTED(true);

        private final boolean bites;

        Kind(boolean bites) {
            this.bites = bites;
        }

        /** Whether the run went differently for it. */
        public boolean bites() {
            return bites;
        }
    }
}
