package dev.weevil.cli.suite;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.artefact.Ran;
import dev.weevil.engine.run.artefact.RunFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what people look at. */
public interface Pages {

    /** The page of one run, into its folder. */
    void write(Ran ran, RunFolder folder) throws IOException;

    /** The overview of a suite, for people and for CI servers, into this folder. */
    void summarize(String suite, List<Result> results, Path folder) throws IOException;
}
