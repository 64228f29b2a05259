package dev.weevil.engine.wire;

import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.BiConsumer;

/** The fields without parts. */
enum ScalarFormat implements FieldFormat {
    LONG(Long.class, 8) {
        @Override
        public void write(Object value, Output out) {
            out.i64((Long) value);
        }

        @Override
        public Object read(Input in) throws Malformed {
            return in.i64();
        }
    },
    INT(Integer.class, 4) {
        @Override
        public void write(Object value, Output out) {
            out.i32((Integer) value);
        }

        @Override
        public Object read(Input in) throws Malformed {
            return in.i32();
        }
    },
    BOOLEAN(Boolean.class, 1) {
        @Override
        public void write(Object value, Output out) {
            out.u8((Boolean) value ? 1 : 0);
        }

        @Override
        public Object read(Input in) throws Malformed {
            int value = in.u8();
            if (value > 1) {
                throw in.unexpected("0 or 1", value);
            }
            return value == 1;
        }
    },
    DIGEST(Digest.class, Digest.LENGTH) {
        @Override
        public void write(Object value, Output out) {
            out.digest((Digest) value);
        }

        @Override
        public Object read(Input in) throws Malformed {
            return Digest.from(in.raw(Digest.LENGTH, "a digest"));
        }

        @Override
        public void describe(String path, Object value, BiConsumer<String, String> leaf) {
            leaf.accept(path, ((Digest) value).brief());
        }
    },
    PAYLOAD(Payload.class, 4) {
        @Override
        public void write(Object value, Output out) {
            out.bytes((Payload) value);
        }

        @Override
        public Object read(Input in) throws Malformed {
            return in.bytes();
        }

        @Override
        public void describe(String path, Object value, BiConsumer<String, String> leaf) {
            leaf.accept(path, ShownBytes.of((Payload) value));
        }
    },
    NODE(NodeId.class, 5) {
        @Override
        public void write(Object value, Output out) {
            NodeId node = (NodeId) value;
            out.u8(node.isReplica() ? 'r' : 'c');
            out.i32(node.index());
        }

        @Override
        public Object read(Input in) throws Malformed {
            int role = in.u8();
            int index = in.i32();
            if ((role != 'r' && role != 'c') || index < 0) {
                throw in.unexpected("a node", role + "/" + index);
            }
            return role == 'r' ? NodeId.replica(index) : NodeId.client(index);
        }
    };

    /** By the type of the record component. */
    static final Map<Type, ScalarFormat> BY_TYPE = Map.of(
            long.class, LONG,
            int.class, INT,
            boolean.class, BOOLEAN,
            Digest.class, DIGEST,
            Payload.class, PAYLOAD,
            NodeId.class, NODE);

    private final Class<?> boxed;
    private final int leastBytes;

    ScalarFormat(Class<?> boxed, int leastBytes) {
        this.boxed = boxed;
        this.leastBytes = leastBytes;
    }

    @Override
    public int leastBytes() {
        return leastBytes;
    }

    @Override
    public Object checked(Object value, Path path) {
        if (this == LONG && value instanceof Integer small) {
            return small.longValue();
        }
        if (!boxed.isInstance(value)) {
            throw path.wrongType("a " + boxed.getSimpleName(), value);
        }
        return value;
    }
}
