package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Seal;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to take a record apart and put it together. Found once per class and process: every simulated run
 * makes a format of its own, and reflection is what would be expensive about it.
 *
 * @param constructor of type {@code (Object[])Object}
 */
record RecordParts(List<Part> parts, MethodHandle constructor) {

    /** One component. */
    record Part(
            String name,
            Type type,
            boolean outside,
            boolean seal,
            Optional<BytesInWords> shown,
            Function<Object, Object> accessor) {}

    private static final ClassValue<RecordParts> KNOWN = new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
            return find(type);
        }
    };

    /**
     * The parts of a record class.
     *
     * @throws IllegalArgumentException unless class, components and constructor are public
     */
    static RecordParts of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static RecordParts find(Class<?> type) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        RecordComponent[] components = type.getRecordComponents();
        try {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent component : components) {
                parts.add(new Part(
                        component.getName(),
                        component.getGenericType(),
                        component.isAnnotationPresent(Outside.class),
                        component.getType() == Seal.class,
                        shown(component),
                        accessor(lookup, component.getAccessor())));
            }
            Class<?>[] types = Arrays.stream(components)
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.unreflectConstructor(
                            type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordParts(List.copyOf(parts), constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "expected a public record with public components, found " + type, e);
        }
    }

    private static Optional<BytesInWords> shown(RecordComponent component)
            throws ReflectiveOperationException {
        ShownBy by = component.getAnnotation(ShownBy.class);
        return by == null
                ? Optional.empty()
                : Optional.of(by.value().getConstructor().newInstance());
    }

    /** The accessor as an object: called several times as fast as a handle that is no constant. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(MethodHandles.Lookup lookup, Method method)
            throws ReflectiveOperationException {
        MethodHandle handle = lookup.unreflect(method);
        MethodType anything = MethodType.methodType(Object.class, Object.class);
        try {
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            anything,
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ReflectiveOperationException("linking " + method, e);
        }
    }
}
