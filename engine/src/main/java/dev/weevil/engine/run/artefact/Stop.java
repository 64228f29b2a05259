package dev.weevil.engine.run.artefact;

import dev.weevil.engine.run.Conclusion;

/**
 * Why a run was ended before its time.
 *
 * @param conclusion {@link Conclusion#INCONCLUSIVE} or {@link Conclusion#INTERRUPTED}
 */
public record Stop(Conclusion conclusion, String why) {}
