package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Malformed;

import java.util.Optional;
import java.util.function.BiConsumer;

/** A value that may be absent: a byte, then the value. */
final class OptionalFormat implements FieldFormat {

    private final FieldFormat content;

    OptionalFormat(FieldFormat content) {
        this.content = content;
    }

    @Override
    public void write(Object value, Output out) {
        Optional<?> optional = (Optional<?>) value;
        if (optional.isEmpty()) {
            out.u8(0);
        } else {
            out.u8(1);
            content.write(optional.get(), out);
        }
    }

    @Override
    public Object read(Input in) throws Malformed {
        boolean present = (Boolean) ScalarFormat.BOOLEAN.read(in);
        return present ? Optional.of(content.read(in)) : Optional.empty();
    }

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public void describe(String path, Object value, BiConsumer<String, String> leaf) {
        Optional<?> optional = (Optional<?>) value;
        if (optional.isPresent()) {
            content.describe(path, optional.get(), leaf);
        } else {
            leaf.accept(path, "absent");
        }
    }

    @Override
    public Object with(Object old, Path path, Object value) {
        if (path.isEmpty()) {
            return checked(value, path);
        }
        return Optional.of(((Optional<?>) old)
                .map(present -> content.with(present, path, value))
                .orElseThrow(path::noSuchField));
    }

    @Override
    public Object checked(Object value, Path path) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> content.checked(present, path));
            return optional;
        }
        return Optional.of(content.checked(value, path));
    }

    @Override
    public Object resealed(Object original, Object edited, Keyring owner) {
        Optional<?> before = (Optional<?>) original;
        Optional<?> after = (Optional<?>) edited;
        if (before.isEmpty() || after.isEmpty()) {
            return edited;
        }
        return Optional.of(content.resealed(before.get(), after.get(), owner));
    }
}
