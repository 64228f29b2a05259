package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Payload;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The format of a sealed family of message records.
 *
 * <p>A frame is: tag (1 byte), version (1), cluster (8), view (8), sequence (8), then the record's
 * components in their order, big-endian. View and sequence stand in front at fixed places so that a
 * label can be read without decoding. Components may be {@code long}, {@code int}, {@code boolean},
 * {@code Digest}, {@code Payload}, {@code NodeId}, {@code Seal}, records, {@code Optional} and {@code
 * List} of these.
 */
public final class RecordFormat implements MessageFormat {

    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 26;

    private final long cluster;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private final Map<Class<?>, Integer> tags = new HashMap<>();
    private final Class<?>[] types = new Class<?>[256];

    /**
     * @param family a sealed interface whose permitted subclasses are public records with a {@link Tag}
     * @param cluster written into every frame and under every seal: what one cluster said proves
     *     nothing in another
     * @throws IllegalArgumentException naming the class, if a tag is missing, out of range or used
     *     twice, or a component has a type that is not listed above
     */
    public RecordFormat(Class<? extends Message> family, long cluster) {
        this.cluster = cluster;
        if (!family.isSealed()) {
            throw new IllegalArgumentException("expected a sealed family, found " + family);
        }
        for (Class<?> type : family.getPermittedSubclasses()) {
            Tag tag = type.getAnnotation(Tag.class);
            if (tag == null || tag.value() < 1 || tag.value() > 255 || types[tag.value()] != null) {
                throw new IllegalArgumentException(type.getSimpleName()
                        + ": expected a tag of its own in 1..255, found " + tag);
            }
            types[tag.value()] = type;
            tags.put(type, tag.value());
            shapeOf(type);
        }
    }

    @Override
    public Payload encode(Message message) {
        Output out = Output.frame();
        out.u8(tags.get(message.getClass()));
        out.u8(VERSION);
        out.i64(cluster);
        out.i64(message.view());
        out.i64(message.sequence());
        shapes.get(message.getClass()).write(message, out);
        return out.toPayload();
    }

    @Override
    public Message decode(Payload frame) throws Malformed {
        Input in = new Input(frame);
        Class<?> type = readType(in);
        long view = in.i64();
        long sequence = in.i64();
        Message message = (Message) shapes.get(type).read(in);
        in.end();
        if (message.view() != view || message.sequence() != sequence) {
            throw in.unexpected(
                    "a header that repeats view " + message.view() + " and sequence "
                            + message.sequence(),
                    view + " and " + sequence);
        }
        return message;
    }

    private Class<?> readType(Input in) throws Malformed {
        int tag = in.u8();
        int version = in.u8();
        long from = in.i64();
        if (types[tag] == null || version != VERSION || from != cluster) {
            throw in.unexpected(
                    "a known tag, version " + VERSION + " and cluster " + cluster,
                    "tag " + tag + ", version " + version + " and cluster " + from);
        }
        return types[tag];
    }

    @Override
    public Label label(Message message) {
        return new Label(message.getClass().getSimpleName(), message.view(), message.sequence(), 0);
    }

    @Override
    public Label label(Payload frame) throws Malformed {
        if (frame.length() < HEADER_BYTES) {
            throw new Malformed(
                    "expected a header of " + HEADER_BYTES + " bytes, found " + frame.length());
        }
        Input in = new Input(frame);
        Class<?> type = readType(in);
        return new Label(type.getSimpleName(), in.i64(), in.i64(), 0);
    }

    @Override
    public Payload covered(Record sealed, String seal) {
        RecordShape shape = shapes.get(sealed.getClass());
        if (shape == null) {
            throw new IllegalArgumentException(
                    sealed.getClass().getSimpleName() + " is no part of this family's messages");
        }
        return shape.covered(sealed, seal);
    }

    @Override
    public Message with(Message message, String path, Object value) {
        return (Message) shapes.get(message.getClass()).with(message, Path.parse(path), value);
    }

    @Override
    public Message resealed(Message original, Message edited, Keyring owner) {
        return (Message) shapes.get(edited.getClass()).resealed(original, edited, owner);
    }

    @Override
    public Map<String, String> describe(Message message) {
        Map<String, String> fields = new LinkedHashMap<>();
        shapes.get(message.getClass()).describe("", message, fields::put);
        return fields;
    }

    private FieldFormat formatOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            FieldFormat element = formatOf(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return new ListFormat(element);
            }
            if (generic.getRawType() == Optional.class) {
                return new OptionalFormat(element);
            }
        }
        if (type == Seal.class) {
            return new SealFormat();
        }
        if (ScalarFormat.BY_TYPE.containsKey(type)) {
            return ScalarFormat.BY_TYPE.get(type);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return shapeOf(plain);
        }
        throw new IllegalArgumentException("no format for a component of type " + type);
    }

    private RecordShape shapeOf(Class<?> type) {
        RecordShape known = shapes.get(type);
        if (known == null) {
            known = new RecordShape(type, cluster, this::formatOf);
            shapes.put(type, known);
        }
        return known;
    }
}
