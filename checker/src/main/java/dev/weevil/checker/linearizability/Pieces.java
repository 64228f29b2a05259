package dev.weevil.checker.linearizability;

import dev.weevil.checker.history.Call;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What was appended or put, and how reads are spelled in it. */
final class Pieces {

    private final boolean lists;
    private final Map<Object, Integer> writers = new HashMap<>();
    private final boolean[] anew;
    private final int[] lengths;
    private int[] distinctLengths = new int[0];

    private Pieces(boolean lists, int operations) {
        this.lists = lists;
        this.anew = new boolean[operations];
        this.lengths = new int[operations];
    }

    static boolean reads(Call call) {
        return call.function().equals("read") || call.function().equals("get");
    }

    /** Elements of lists; empty where two are equal or an operation is of another kind. */
    static Optional<Pieces> ofLists(List<Call> calls) {
        Pieces pieces = new Pieces(true, calls.size());
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (reads(call)) {
                if (!(call.result() instanceof List)) {
                    return Optional.empty();
                }
            } else if (!call.function().equals("append") || !pieces.add(i, call.argument(), 1)) {
                return Optional.empty();
            }
        }
        return Optional.of(pieces);
    }

    /** Texts; empty also where one is the beginning of another, or is none. */
    static Optional<Pieces> ofTexts(List<Call> calls) {
        Pieces pieces = new Pieces(false, calls.size());
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (!pieces.addText(i, call)) {
                return Optional.empty();
            }
        }
        pieces.distinctLengths =
                Arrays.stream(pieces.lengths).filter(n -> n > 0).distinct().toArray();
        return pieces.isPrefixFree() ? Optional.of(pieces) : Optional.empty();
    }

    private boolean addText(int i, Call call) {
        if (reads(call)) {
            return call.result() == null || call.result() instanceof String;
        }
        boolean writes = call.function().equals("put") || call.function().equals("write");
        anew[i] = writes;
        return (writes || call.function().equals("append"))
                && call.argument() instanceof String text
                && !text.isEmpty()
                && add(i, text, text.length());
    }

    private boolean add(int i, Object piece, int length) {
        lengths[i] = length;
        return writers.putIfAbsent(piece, i) == null;
    }

    private boolean isPrefixFree() {
        TreeSet<String> sorted = new TreeSet<>();
        writers.keySet().forEach(piece -> sorted.add((String) piece));
        String before = null;
        for (String piece : sorted) {
            if (before != null && piece.startsWith(before)) {
                return false;
            }
            before = piece;
        }
        return true;
    }

    /** Whether the operation replaced all that was there. */
    boolean startsAnew(int writer) {
        return anew[writer];
    }

    int length(int writer) {
        return lengths[writer];
    }

    int length(Object result) {
        return lists ? ((List<?>) result).size() : ((String) result).length();
    }

    boolean isEmpty(Object result) {
        return length(result) == 0;
    }

    /** Who wrote what stands at this place of a read, or -1. */
    int writerAt(Object result, int at) {
        if (lists) {
            return writers.getOrDefault(((List<?>) result).get(at), -1);
        }
        String text = (String) result;
        for (int length : distinctLengths) {
            if (at + length <= text.length()) {
                Integer writer = writers.get(text.substring(at, at + length));
                if (writer != null) {
                    return writer;
                }
            }
        }
        return -1;
    }
}
