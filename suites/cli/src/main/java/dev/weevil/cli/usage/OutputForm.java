package dev.weevil.cli.usage;

/** How results are printed; the constants are typed as they stand. */
public enum OutputForm {
    /** For people. */
    text,
    /** For programs: one JSON document on standard output, and nothing else there. */
    json
}
