package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What one record class is made of. */
final class RecordShape implements FieldFormat {

    /** One component of the record. */
    private record Component(
            String name,
            FieldFormat format,
            boolean outside,
            boolean seal,
            Optional<BytesInWords> shown,
            Function<Object, Object> accessor) {

        Object of(Object owner) {
            return accessor.apply(owner);
        }

        Optional<String> inWords(Object value) {
            Object held = value instanceof Optional<?> optional && optional.isPresent()
                    ? optional.get()
                    : value;
            return held instanceof Payload bytes
                    ? shown.flatMap(words -> words.of(bytes))
                    : Optional.empty();
        }
    }

    private final Class<?> type;
    private final long cluster;
    private final List<Component> components = new ArrayList<>();
    private final MethodHandle constructor;
    private final int leastBytes;

    /** What everything that a seal covers begins with: cluster and class. */
    private final Payload prefix;

    /** The name of the last component, where that is a seal, as it mostly is; else nothing. */
    private final String lastSeal;

    RecordShape(Class<?> type, long cluster, Function<Type, FieldFormat> formats) {
        this.type = type;
        this.cluster = cluster;
        RecordParts parts = RecordParts.of(type);
        this.constructor = parts.constructor();
        for (RecordParts.Part part : parts.parts()) {
            components.add(new Component(
                    part.name(),
                    formats.apply(part.type()),
                    part.outside(),
                    part.seal(),
                    part.shown(),
                    part.accessor()));
        }
        this.leastBytes = components.stream()
                .mapToInt(component -> component.format().leastBytes())
                .sum();
        this.prefix = prefix();
        this.lastSeal =
                components.isEmpty() || !components.get(components.size() - 1).seal()
                        ? ""
                        : components.get(components.size() - 1).name();
    }

    private Payload prefix() {
        Output out = Output.covered();
        out.i64(cluster);
        out.bytes(Payload.utf8(type.getSimpleName()));
        return out.toPayload();
    }

    @Override
    public void write(Object value, Output out) {
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            if (!(out.covering() && component.outside())) {
                component.format().write(component.of(value), out);
            }
        }
    }

    @Override
    public Object read(Input in) throws Malformed {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).format().read(in);
        }
        try {
            return construct(values);
        } catch (IllegalArgumentException | NullPointerException refused) {
            throw in.unexpected("a " + type.getSimpleName(), refused.getMessage());
        }
    }

    @Override
    public int leastBytes() {
        return leastBytes;
    }

    /** See {@link MessageFormat#covered}. */
    Payload covered(Object value, String seal) {
        if (!seal.equals(lastSeal)) {
            int at = indexOf(seal);
            if (at < 0 || !components.get(at).seal()) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + " has no seal named '" + seal + "'");
            }
            return covered(value, at);
        }
        return covered(value, components.size() - 1);
    }

    private Payload covered(Object value, int seal) {
        Output out = Output.covered();
        out.raw(prefix);
        out.u8(seal);
        for (int i = 0; i < seal; i++) {
            Component component = components.get(i);
            if (!component.outside()) {
                component.format().write(component.of(value), out);
            }
        }
        return out.toPayload();
    }

    @Override
    public void describe(String path, Object value, BiConsumer<String, String> leaf) {
        String prefix = path.isEmpty() ? "" : path + ".";
        for (Component component : components) {
            String below = prefix + component.name();
            Object content = component.of(value);
            component
                    .inWords(content)
                    .ifPresentOrElse(
                            words -> leaf.accept(below, words),
                            () -> component.format().describe(below, content, leaf));
        }
    }

    @Override
    public Object with(Object old, Path path, Object value) {
        if (path.isEmpty()) {
            return checked(value, path);
        }
        int at = indexOf(path.head());
        if (at < 0) {
            throw path.noSuchField();
        }
        Object[] values = valuesOf(old);
        values[at] = components.get(at).format().with(values[at], path.tail(), value);
        return construct(values);
    }

    @Override
    public Object checked(Object value, Path path) {
        if (!type.isInstance(value)) {
            throw path.wrongType("a " + type.getSimpleName(), value);
        }
        return value;
    }

    @Override
    public Object resealed(Object original, Object edited, Keyring owner) {
        Object[] values = valuesOf(edited);
        for (int i = 0; i < values.length; i++) {
            Component component = components.get(i);
            Object before = component.of(original);
            if (!component.seal()) {
                values[i] = component.format().resealed(before, values[i], owner);
            } else if (ownedBy(owner, covered(original, i), (Seal) before)) {
                // Constructing anew lets a later seal cover the seals before it.
                values[i] = sealLike((Seal) before, covered(construct(values), i), owner);
            }
        }
        return construct(values);
    }

    private static boolean ownedBy(Keyring owner, Payload content, Seal seal) {
        if (seal instanceof Seal.Signature) {
            return owner.verify(owner.owner(), content, seal);
        }
        return seal instanceof Seal.Macs && sealLike(seal, content, owner).equals(seal);
    }

    private static Seal sealLike(Seal old, Payload content, Keyring owner) {
        if (old instanceof Seal.Macs macs) {
            Set<NodeId> verifiers = macs.values().keySet();
            return owner.authenticate(content, verifiers);
        }
        return owner.sign(content);
    }

    private Object[] valuesOf(Object value) {
        return components.stream().map(component -> component.of(value)).toArray();
    }

    private Object construct(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("constructing " + type, e);
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
