package dev.weevil.engine.workload;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Gets, puts, compare-and-sets and appends on a few contended keys. Every written value is unique, so
 * that a reply shows whose write it saw.
 *
 * @param keys how many keys the clients contend for
 */
public record KeyValueMix(int keys) implements Generator {

    public KeyValueMix {
        if (keys < 1) {
            throw new IllegalArgumentException("expected at least one key, found " + keys);
        }
    }

    @Override
    public Request next(int client, long count, SplittableRandom random) {
        Optional<Object> key = Optional.of("k" + random.nextInt(keys));
        String value = "c" + client + "." + count;
        int dice = random.nextInt(10);
        if (dice < 4) {
            return new Request("get", key, null);
        }
        if (dice < 7) {
            return new Request("put", key, value);
        }
        if (dice < 9) {
            // An earlier value of some client: right often enough to matter, wrong often enough
            // too.
            String expected = "c" + random.nextInt(client + 1) + "." + Math.max(0, count - 1);
            return new Request("cas", key, List.of(expected, value));
        }
        return new Request("append", key, "+" + value);
    }
}
