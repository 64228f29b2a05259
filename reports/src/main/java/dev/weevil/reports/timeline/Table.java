package dev.weevil.reports.timeline;

import java.util.List;
import java.util.function.ToLongFunction;

/** Rows of one kind, written column by column. */
record Table<T>(List<T> rows, Pack out) {

    Table<T> column(ToLongFunction<T> value) {
        out.column(rows.stream().mapToLong(value).toArray());
        return this;
    }
}
