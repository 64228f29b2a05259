package dev.weevil.engine.wire;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Malformed;
import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.node.Payload;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A seal: a byte for its kind, then a signature or the codes by verifier. */
final class SealFormat implements FieldFormat {

    private static final int NONE = 0;
    private static final int SIGNATURE = 1;
    private static final int MACS = 2;

    @Override
    public void write(Object value, Output out) {
        if (value instanceof Seal.Signature signature) {
            out.u8(SIGNATURE);
            out.bytes(signature.value());
        } else if (value instanceof Seal.Macs macs) {
            out.u8(MACS);
            out.i32(macs.values().size());
            for (Map.Entry<NodeId, Payload> code : macs.values().entrySet()) {
                ScalarFormat.NODE.write(code.getKey(), out);
                out.bytes(code.getValue());
            }
        } else {
            out.u8(NONE);
        }
    }

    @Override
    public Object read(Input in) throws Malformed {
        int kind = in.u8();
        return switch (kind) {
            case NONE -> Seal.NONE;
            case SIGNATURE -> new Seal.Signature(in.bytes());
            case MACS -> readMacs(in);
            default -> throw in.unexpected("a kind of seal, 0 to 2", kind);
        };
    }

    private static Seal readMacs(Input in) throws Malformed {
        int count = in.count(9, "codes");
        SortedMap<NodeId, Payload> values = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            NodeId verifier = (NodeId) ScalarFormat.NODE.read(in);
            // One order only, so that every message has one encoding.
            if (!values.isEmpty() && verifier.compareTo(values.lastKey()) <= 0) {
                throw in.unexpected("verifiers in ascending order", verifier);
            }
            values.put(verifier, in.bytes());
        }
        return new Seal.Macs(values);
    }

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public void describe(String path, Object value, BiConsumer<String, String> leaf) {
        if (value instanceof Seal.Signature signature) {
            leaf.accept(path, "signature " + brief(signature.value()));
        } else if (value instanceof Seal.Macs macs) {
            leaf.accept(path, "codes for " + macs.values().keySet());
        } else {
            leaf.accept(path, "none");
        }
    }

    private static String brief(Payload signature) {
        String hex = signature.toString();
        return hex.substring(0, Math.min(8, hex.length()));
    }

    @Override
    public Object checked(Object value, Path path) {
        if (!(value instanceof Seal)) {
            throw path.wrongType("a seal", value);
        }
        return value;
    }
}
