package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Message;

import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Messages by their kind, read from the label: nothing is decoded. */
public record Messages(SortedSet<String> types) implements Scope {

    public Messages {
        types = new TreeSet<>(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("expected at least one type of message");
        }
    }

    @SafeVarargs
    public static Messages of(Class<? extends Message>... types) {
        SortedSet<String> names = new TreeSet<>();
        for (Class<? extends Message> type : types) {
            names.add(type.getSimpleName());
        }
        return new Messages(names);
    }

    /** By the names that labels carry, {@code OrderRequest}. */
    public static Messages of(String... types) {
        return new Messages(new TreeSet<>(Arrays.asList(types)));
    }

    /** Frames of links without a codec, and bytes without a shape. */
    public static Messages opaque() {
        return of(Label.OPAQUE);
    }

    /**
     * Messages of a type whose content the predicate accepts. Bytes that turn out to have no shape
     * are not covered.
     *
     * @param inWords what follows the type in a sentence, {@code whose batch is empty}
     */
    public static <M extends Message> Scope where(
            Class<M> type, Predicate<? super M> content, String inWords) {
        Objects.requireNonNull(content, "content");
        return of(type).and(new Content<>(type, content, inWords));
    }

    @Override
    public boolean covers(Envelope envelope) {
        return types.contains(envelope.label().type());
    }

    @Override
    public String inWords() {
        return "of type " + String.join(" or ", types);
    }

    private record Content<M extends Message>(
            Class<M> type, Predicate<? super M> content, String inWords) implements Scope {

        @Override
        public boolean covers(Envelope envelope) {
            return envelope.frame()
                    .message()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(content)
                    .isPresent();
        }
    }
}
