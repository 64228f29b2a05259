package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Malformed;

import java.util.function.BiConsumer;

/** How one kind of field is written, read, edited and shown. */
interface FieldFormat {

    void write(Object value, Output out);

    Object read(Input in) throws Malformed;

    /** The fewest bytes a value takes. */
    int leastBytes();

    /** Hands over every leaf below this field with its path. */
    default void describe(String path, Object value, BiConsumer<String, String> leaf) {
        leaf.accept(path, String.valueOf(value));
    }

    /** The value with what lies at the path below it replaced. */
    default Object with(Object old, Path path, Object value) {
        if (!path.isEmpty()) {
            throw path.noSuchField();
        }
        return checked(value, path);
    }

    /** The value, if it is one of this kind of field. */
    Object checked(Object value, Path path);

    /** See {@link MessageFormat#resealed}; the fields of a leaf need no seal. */
    default Object resealed(Object original, Object edited, Keyring owner) {
        return edited;
    }
}
