package dev.weevil.checker.criterion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Texts taken apart into the pieces they were made of, none of which begins another. */
final class Spelling {

    private final Set<String> pieces = new HashSet<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    private boolean ambiguous;

    Spelling(Collection<?> written) {
        for (Object one : written) {
            if (one instanceof String text && !text.isEmpty()) {
                pieces.add(text);
                lengths.add(text.length());
            } else {
                ambiguous |= !"".equals(one);
            }
        }
        String before = null;
        for (String piece : new TreeSet<>(pieces)) {
            ambiguous |= before != null && piece.startsWith(before);
            before = piece;
        }
    }

    /** Whether a text may be made of them in two ways. */
    boolean isAmbiguous() {
        return ambiguous;
    }

    /** The pieces of a text; what is none is given as one. */
    List<String> pieces(String text) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String piece = pieceAt(text, at);
            found.add(piece);
            at += piece.length();
        }
        return found;
    }

    private String pieceAt(String text, int at) {
        for (int length : lengths) {
            if (at + length <= text.length() && pieces.contains(text.substring(at, at + length))) {
                return text.substring(at, at + length);
            }
        }
        return text.substring(at);
    }
}
