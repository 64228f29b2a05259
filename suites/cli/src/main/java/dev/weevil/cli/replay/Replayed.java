package dev.weevil.cli.replay;

import java.util.List;
import java.util.Map;

/**
 * What came of a replay.
 *
 * @param matched whether it came out as recorded
 * @param sentences for people
 * @param facts for programs, in order
 */
record Replayed(boolean matched, List<String> sentences, Map<String, Object> facts) {}
