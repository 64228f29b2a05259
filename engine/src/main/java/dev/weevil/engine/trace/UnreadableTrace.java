package dev.weevil.engine.trace;

import java.io.IOException;

/** A trace file that is none, or of another version: the message names file, line, expected and found. */
public final class UnreadableTrace extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableTrace(String file, long line, String complaint) {
        super(file + ":" + line + ": " + complaint);
    }
}
