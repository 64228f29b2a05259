package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A list: its length, then its elements. */
final class ListFormat implements FieldFormat {

    private final FieldFormat element;

    ListFormat(FieldFormat element) {
        this.element = element;
    }

    @Override
    public void write(Object value, Output out) {
        List<?> list = (List<?>) value;
        out.i32(list.size());
        for (int i = 0; i < list.size(); i++) {
            element.write(list.get(i), out);
        }
    }

    @Override
    public Object read(Input in) throws Malformed {
        int count = in.count(element.leastBytes(), "elements");
        List<Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.read(in));
        }
        return List.copyOf(list);
    }

    @Override
    public int leastBytes() {
        return 4;
    }

    @Override
    public void describe(String path, Object value, BiConsumer<String, String> leaf) {
        List<?> list = (List<?>) value;
        if (list.isEmpty()) {
            leaf.accept(path, "[]");
        }
        for (int i = 0; i < list.size(); i++) {
            element.describe(path + "." + i, list.get(i), leaf);
        }
    }

    @Override
    public Object with(Object old, Path path, Object value) {
        if (path.isEmpty()) {
            return checked(value, path);
        }
        List<Object> list = new ArrayList<>((List<?>) old);
        int index = path.head().matches("[0-9]{1,6}") ? Integer.parseInt(path.head()) : -1;
        if (index < 0 || index >= list.size()) {
            throw path.noSuchField();
        }
        list.set(index, element.with(list.get(index), path.tail(), value));
        return List.copyOf(list);
    }

    @Override
    public Object checked(Object value, Path path) {
        if (!(value instanceof List<?> list)) {
            throw path.wrongType("a list", value);
        }
        list.forEach(item -> element.checked(item, path));
        return List.copyOf(list);
    }

    @Override
    public Object resealed(Object original, Object edited, Keyring owner) {
        List<?> before = (List<?>) original;
        List<Object> after = new ArrayList<>((List<?>) edited);
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            after.set(i, element.resealed(before.get(i), after.get(i), owner));
        }
        return List.copyOf(after);
    }
}
