package dev.weevil.checker.serializability;

import java.util.List;

/**
 * The transactions of a history in columns, numbered by invocation. Their micro-operations lie one
 * after another: those of transaction {@code t} from {@code first[t]} to before {@code first[t + 1]}.
 */
final class Transactions {

    /** What became of a transaction. */
    static final byte OK = 0;

    static final byte INFO = 1;
    static final byte FAILED = 2;

    /** What a micro-operation does. */
    static final byte READ = 0;

    static final byte WRITE = 1;

    /** Lists with appends, or else registers with writes. */
    boolean lists;

    int count;

    /** Where it began, {@link TransactionReader#UNKNOWN_START} if nobody knows. */
    int[] invoked;

    /** Where it returned ok, {@link Integer#MAX_VALUE} if it did not. */
    int[] completed;

    /** The event that names it to a reader of the history. */
    int[] event;

    int[] process;
    byte[] status;
    int[] first;
    byte[] kind;
    int[] key;
    Object[] argument;

    /** The version a write wrote; the version a read saw, once it is resolved. */
    int[] version;

    List<Object> keys = List.of();
    final Versions versions = new Versions();

    boolean isOk(int transaction) {
        return status[transaction] == OK;
    }

    int operations() {
        return kind.length;
    }
}
