package dev.weevil.cli.suite;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.artefact.Ran;
import dev.weevil.engine.run.artefact.RunFolder;

import java.util.Optional;

/**
 * An attempt that is over, one way or the other.
 *
 * @param ran empty where the run broke or would not end
 * @param stack where Weevil itself broke
 * @param folder empty where it was in memory only
 */
public record Finished(
        Result result, Optional<Ran> ran, Optional<String> stack, Optional<RunFolder> folder) {

    static Finished of(Result result) {
        return new Finished(result, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Finished with(Ran whole) {
        return new Finished(result, Optional.of(whole), stack, folder);
    }

    Finished with(String trace) {
        return new Finished(result, ran, Optional.of(trace), folder);
    }

    Finished in(RunFolder place, Result other) {
        return new Finished(other, ran.map(seen -> seen.with(other)), stack, Optional.of(place));
    }
}
