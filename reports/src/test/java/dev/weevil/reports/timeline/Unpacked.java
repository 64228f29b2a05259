package dev.weevil.reports.timeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads columns as the page's script does. */
final class Unpacked {

    private final byte[] bytes;
    private int at;

    Unpacked(byte[] bytes) {
        this.bytes = bytes;
    }

    static Unpacked of(Timeline timeline) {
        byte[] packed = Base64.getDecoder().decode(timeline.data());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new Unpacked(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long unsigned() {
        long value = 0;
        for (int place = 0; ; place += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << place;
            if (next >= 0) {
                return value;
            }
        }
    }

    long[] column() {
        long[] values = new long[(int) unsigned()];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            long folded = unsigned();
            before += (folded >>> 1) ^ -(folded & 1);
            values[i] = before;
        }
        return values;
    }

    List<long[]> columns(int count) {
        List<long[]> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column());
        }
        return columns;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (long left = unsigned(); left > 0; left--) {
            int length = (int) unsigned();
            texts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        return texts;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }
}
