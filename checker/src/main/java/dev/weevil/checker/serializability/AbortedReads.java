package dev.weevil.checker.serializability;

/** Reads of versions that should not be there: never written, written in vain, or not yet final. */
final class AbortedReads {

    private AbortedReads() {}

    static void unwritten(Findings findings, Narrator words, int reader, int version) {
        findings.add(
                Anomaly.UNWRITTEN_READ,
                new int[] {reader},
                () -> "T1 saw the " + words.write(version)
                        + ", which no transaction of the history did.");
    }

    static void aborted(
            Findings findings, Narrator words, Versions versions, int reader, int version) {
        int[] involved = {versions.failedWriter(version), reader};
        findings.add(
                Anomaly.G1A,
                involved,
                () -> "T2 saw the " + words.write(version) + " by T1, which was reported failed.");
    }

    static void intermediate(
            Findings findings, Narrator words, Versions versions, int reader, int version) {
        int[] involved = {versions.writer(version), reader};
        findings.add(
                Anomaly.G1B,
                involved,
                () -> "T2 saw the " + words.write(version)
                        + " by T1, but not what T1 wrote there afterwards.");
    }

    /** A committed write upon an aborted one; the reader saw both, and may be the writer itself. */
    static void updated(
            Findings findings, Narrator words, int[] failedWriterAndReader, int version) {
        findings.add(
                Anomaly.DIRTY_UPDATE,
                involved(failedWriterAndReader),
                () -> (failedWriterAndReader[1] == failedWriterAndReader[2]
                                ? "T2 saw and built upon the "
                                : "T3 saw that T2 built upon the ")
                        + words.write(version) + " by T1, which was reported failed.");
    }

    private static int[] involved(int[] transactions) {
        return transactions[1] == transactions[2]
                ? new int[] {transactions[0], transactions[1]}
                : transactions;
    }
}
