package dev.weevil.checker.format;

import java.util.List;

/**
 * What came out of reading one file.
 *
 * @param events how many events were handed on
 * @param skipped how many were not a client's, such as those of a nemesis
 * @param remarks what was understood or left out, in words
 */
public record Reading(HistoryFormat format, long events, long skipped, List<String> remarks) {

    public Reading {
        remarks = List.copyOf(remarks);
    }
}
