package dev.weevil.checker.format;

/** One notation: how blanks, events and values look in it. */
interface Forms {

    /** Passes over what stands between forms. */
    void skipBlank();

    /** Reads one map into the fields, which are empty. */
    void event(EventFields fields);

    /** Reads one value. */
    Object value();
}
