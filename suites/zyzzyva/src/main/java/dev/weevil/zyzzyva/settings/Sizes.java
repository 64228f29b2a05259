package dev.weevil.zyzzyva.settings;

import dev.weevil.engine.cluster.Settings;

/**
 * The sizes of section 2.
 *
 * @param checkpointInterval CP_INTERVAL, requests per checkpoint
 * @param batch BATCH_MAX, requests per ORDER-REQ
 * @param pipeline PIPELINE, unanswered batches before a primary waits for a full one (P4)
 * @param smallReply SMALL_REPLY in bytes; up to it every replica sends the result itself
 * @param bigRequest BIG_REQUEST in bytes; above it the client sends the request to all
 */
public record Sizes(
        int checkpointInterval, int batch, int pipeline, int smallReply, int bigRequest) {

    public Sizes {
        atLeast("checkpointInterval", 1, checkpointInterval);
        atLeast("batch", 1, batch);
        atLeast("pipeline", 1, pipeline);
        atLeast("smallReply", 0, smallReply);
        atLeast("bigRequest", 0, bigRequest);
    }

    /** WINDOW: above the last stable checkpoint no further request is accepted. */
    public long window() {
        return 2L * checkpointInterval;
    }

    static Sizes from(Settings settings) {
        return new Sizes(
                settings.integer("checkpointInterval", 128),
                settings.integer("batch", 10),
                settings.integer("pipeline", 2),
                settings.integer("smallReply", 50),
                settings.integer("bigRequest", 8 * 1024));
    }

    private static void atLeast(String name, int least, int found) {
        if (found < least || found > 1 << 20) {
            throw new IllegalArgumentException("setting " + name + ": expected " + least + " to "
                    + (1 << 20) + ", found " + found);
        }
    }
}
