package dev.weevil.engine.live.process;

/** What can be done to a whole process group. */
public enum Signal {
    /** It ends at once. */
    KILL,
    /** It stops running and keeps everything. */
    STOP,
    /** It goes on. */
    CONT
}
